-- Suspending people, and the last admin who stays. Of V1 only is_member is replaced: what a suspended person was appointed to
-- counts for nothing while it lasts.

set search_path = newsroom, public;

alter table person add column suspended_at timestamptz, add column suspended_by uuid references person,
  add check ((suspended_at is null) = (suspended_by is null));
create index person_by_username on person (username, id);

create or replace function is_member(who uuid, at_desk uuid, as_role text) returns boolean
language sql stable security definer set search_path = newsroom, pg_temp as $$
  select exists (select from membership m join person p on p.id = m.person
    where m.person = who and m.desk = at_desk and m.role = as_role and p.suspended_at is null)
$$;

create or replace function may_stop_releases(who uuid) returns boolean
language sql stable security definer set search_path = newsroom, pg_temp as $$
  select exists (select from membership m join person p on p.id = m.person
    where m.person = who and m.role in ('PUBLISHER', 'ADMIN') and p.suspended_at is null)
$$;

-- A newsroom without an admin could never get one again. The lock keeps two admins from removing each other at once.
create function keep_an_admin() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
declare
  leaving uuid;
begin
  if tg_table_name = 'membership' then
    if old.role <> 'ADMIN' or (tg_op = 'UPDATE' and new.role = 'ADMIN' and new.person = old.person) then
      return coalesce(new, old);
    end if;
    leaving := old.person;
  else
    if new.suspended_at is null or old.suspended_at is not null
       or not exists (select from membership where person = old.id and role = 'ADMIN') then
      return new;
    end if;
    leaving := old.id;
  end if;
  perform pg_advisory_xact_lock(7301173);
  if not exists (select from membership m join person p on p.id = m.person
       where m.role = 'ADMIN' and m.person <> leaving and p.suspended_at is null)
     and exists (select from person where id = leaving and suspended_at is null) then
    raise exception 'the last admin stays' using errcode = 'QL043';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_an_admin before update or delete on membership for each row execute function keep_an_admin();
create trigger keep_an_admin before update of suspended_at on person for each row execute function keep_an_admin();

-- What a desk advises, beside what it requires.
alter table desk add column advised text[] not null default '{}';

revoke execute on function keep_an_admin() from public;
grant update (suspended_at, suspended_by) on person to qalam_newsroom;
