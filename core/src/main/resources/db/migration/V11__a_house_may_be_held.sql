-- A restored house publishes nothing until it is told to: it may be older than what readers have seen, and what was held or
-- withdrawn since is planned in it still. The refusal is a trigger on the release itself, so that it holds whatever
-- release_due() becomes. Withdrawals go out: they take away.

set search_path = newsroom, public;

create table house (
  one          boolean primary key default true check (one),
  held_at      timestamptz,
  held_because text check (length(held_because) between 1 and 1000),
  backup_at    timestamptz,
  check ((held_at is null) = (held_because is null))
);
insert into house default values;
create trigger guard before delete on house for each row execute function refuse_change();
create trigger guard_all before truncate on house execute function refuse_change();

create function refuse_while_held() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if new.kind <> 'WITHDRAWAL' and exists (select from house where held_at is not null) then
    raise exception 'this house publishes nothing until it is told to' using errcode = 'QL050';
  end if;
  return new;
end $$;
create trigger held before insert on release for each row execute function refuse_while_held();

-- The owner's: holds the house. Of the day's acts it is told in a chain of its own.
create function hold_house(because text, backup timestamptz default null) returns void
language plpgsql set search_path = newsroom, pg_temp as $$
begin
  update house set held_at = clock_timestamp(), held_because = because, backup_at = backup;
  insert into trail (chain, act, details) values ('00000000-0000-7000-8000-000000000001', 'house.held',
    jsonb_strip_nulls(jsonb_build_object('backup', backup)));
end $$;

-- The owner's: lets a held house publish. What tried in vain meanwhile is tried at once. Returns whether it was held.
create function resume_house() returns boolean
language plpgsql set search_path = newsroom, pg_temp as $$
begin
  update house set held_at = null, held_because = null where held_at is not null;
  if not found then
    return false;
  end if;
  update edition set attempts = 0, retry_at = null, fault = null where state = 'PLANNED' and fault = 'QL050';
  insert into trail (chain, act) values ('00000000-0000-7000-8000-000000000001', 'house.resumed');
  perform pg_notify('qalam_release', '0');
  return true;
end $$;

revoke execute on function refuse_while_held(), hold_house(text, timestamptz), resume_house() from public;
grant select on house to qalam_newsroom;
