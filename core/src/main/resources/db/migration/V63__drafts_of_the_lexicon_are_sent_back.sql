-- Whoever may approve a draft of the exception lexicon may send it back and say why. What was sent back is never approved: the
-- next version is, which its writers go over to.

set search_path = newsroom, public;

create table lexicon_return (
  version    integer primary key references lexicon_version,
  decided_by uuid not null references person,
  remark     text not null check (length(remark) between 1 and 1000),
  decided_at timestamptz not null default clock_timestamp()
);

-- One judge for both answers, of which a version gets one.
create or replace function judge_lexicon() returns trigger
language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  perform pg_advisory_xact_lock(7301174);
  if new.version is distinct from (select max(number) from lexicon_version)
      or exists (select from lexicon_approval where version = new.version)
      or exists (select from lexicon_return where version = new.version) then
    raise exception 'only the newest version is judged, and only while it is a draft' using errcode = 'QL071';
  end if;
  if not exists (select from membership m join person p on p.id = m.person
      where m.person = new.decided_by and m.role in ('REVIEWER', 'ADMIN') and p.suspended_at is null) then
    raise exception 'only a reviewer or an admin judges' using errcode = 'QL072';
  end if;
  if new.decided_by = any ((select writers from lexicon_version where number = new.version)::uuid[]) then
    raise exception 'nobody judges what they wrote' using errcode = 'QL006';
  end if;
  new.decided_at := clock_timestamp();
  return new;
end $$;
create trigger judge before insert on lexicon_return for each row execute function judge_lexicon();
create trigger keep before update or delete on lexicon_return for each row execute function keep_lexicon();

revoke all on lexicon_return from public;
grant select on lexicon_return to qalam_newsroom;
grant insert (version, decided_by, remark) on lexicon_return to qalam_newsroom;
