-- A desk may be closed (docs/desk.md, «Desks, sections»): no story begins there any more. Its people go on with what there is.

set search_path = newsroom, public;

alter table desk add column closed_at timestamptz;

create function begin_at_desk() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if exists (select from desk where id = new.desk and closed_at is not null) then
    raise exception 'this desk takes no story' using errcode = 'QL077';
  end if;
  return new;
end $$;
create trigger begin_at_desk before insert on article for each row execute function begin_at_desk();

-- Newcomers are taken on at the first desk that is open, so one stays so. The lock keeps two admins from closing the last two.
create function close_desk(which uuid, closing boolean, who uuid) returns void
language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if not exists (select from membership m join person p on p.id = m.person
       where m.person = who and m.role = 'ADMIN' and p.suspended_at is null) then
    raise exception 'only an admin disposes of desks' using errcode = 'QL075';
  end if;
  perform from desk order by id for update;
  if closing and not exists (select from desk where id <> which and closed_at is null) then
    raise exception 'the last open desk stays' using errcode = 'QL078';
  end if;
  update desk set closed_at = case when closing then coalesce(closed_at, clock_timestamp()) end where id = which;
end $$;

revoke execute on function begin_at_desk(), close_desk(uuid, boolean, uuid) from public;
revoke insert, update, delete on desk from qalam_newsroom;
grant insert (id, slug, name, publishes, required, advised, settled, position),
  update (slug, name, publishes, required, advised, settled, position) on desk to qalam_newsroom;
grant execute on function close_desk(uuid, boolean, uuid) to qalam_newsroom;
