-- The newsroom's own spellings in Latin and Arabic letters (docs/language.md, «The exception lexicon»). A version is the whole
-- lexicon and never changes. What readers see is the last one that was approved by someone who wrote none of it.

set search_path = newsroom, public;

create table lexicon_version (
  number     integer primary key check (number > 0),
  entries    jsonb not null check (jsonb_typeof(entries) = 'array' and jsonb_array_length(entries) <= 2000
                                   and octet_length(entries::text) <= 1000000),
  author     uuid not null references person,
  writers    uuid[] not null check (cardinality(writers) > 0),
  written_at timestamptz not null default clock_timestamp()
);

create table lexicon_approval (
  version    integer primary key references lexicon_version,
  decided_by uuid not null references person,
  decided_at timestamptz not null default clock_timestamp()
);

-- Its writers: its author, and everyone who wrote since the last approval, whatever the caller says.
create function number_lexicon() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  perform pg_advisory_xact_lock(7301174);
  if new.number <> coalesce((select max(number) from lexicon_version), 0) + 1 then
    raise exception 'a version follows the newest' using errcode = 'QL070';
  end if;
  new.writers := array(
    select distinct who from (
      select new.author as who
      union
      select unnest(v.writers) from lexicon_version v
        where v.number = new.number - 1 and not exists (select from lexicon_approval a where a.version = v.number)) w);
  new.written_at := clock_timestamp();
  return new;
end $$;
create trigger number_it before insert on lexicon_version for each row execute function number_lexicon();

create function judge_lexicon() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  perform pg_advisory_xact_lock(7301174);
  if new.version is distinct from (select max(number) from lexicon_version) then
    raise exception 'only the newest version is approved' using errcode = 'QL071';
  end if;
  if not exists (select from membership m join person p on p.id = m.person
      where m.person = new.decided_by and m.role in ('REVIEWER', 'ADMIN') and p.suspended_at is null) then
    raise exception 'only a reviewer or an admin approves' using errcode = 'QL072';
  end if;
  if new.decided_by = any ((select writers from lexicon_version where number = new.version)::uuid[]) then
    raise exception 'nobody approves what they wrote' using errcode = 'QL006';
  end if;
  new.decided_at := clock_timestamp();
  return new;
end $$;
create trigger judge before insert on lexicon_approval for each row execute function judge_lexicon();

create function tell_of_lexicon() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  perform pg_notify('qalam_release', '0');
  return null;
end $$;
create trigger tell after insert on lexicon_approval for each row execute function tell_of_lexicon();

create function keep_lexicon() returns trigger language plpgsql set search_path = newsroom, pg_temp as $$
begin
  raise exception 'a version of the lexicon stays' using errcode = 'QL001';
end $$;
create trigger keep before update or delete on lexicon_version for each row execute function keep_lexicon();
create trigger keep before update or delete on lexicon_approval for each row execute function keep_lexicon();

-- The site sees what was approved, and nothing of a draft.
create view site.lexicon with (security_barrier) as
  select v.number, v.entries::text as entries, a.decided_at
  from newsroom.lexicon_version v join newsroom.lexicon_approval a on a.version = v.number;

revoke all on lexicon_version, lexicon_approval, site.lexicon from public;
revoke execute on function number_lexicon(), judge_lexicon(), tell_of_lexicon(), keep_lexicon() from public;
grant select on lexicon_version, lexicon_approval to qalam_newsroom;
grant insert (number, entries, author, writers) on lexicon_version to qalam_newsroom;
grant insert (version, decided_by) on lexicon_approval to qalam_newsroom;
grant select on site.lexicon to qalam_site;
