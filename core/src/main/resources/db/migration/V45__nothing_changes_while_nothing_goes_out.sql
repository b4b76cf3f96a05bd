-- What readers see changes not only by releases: an approved spelling, a section's name and the order of sections are printed
-- at once. While releases are stopped, or the house is held, they stay as they are, as tags do (V30).

set search_path = newsroom, public;

create function require_releases() returns void
language plpgsql stable security definer set search_path = newsroom, pg_temp as $$
begin
  if not may_release('UPDATE') then
    raise exception 'releases are stopped' using errcode = 'QL042';
  end if;
  if exists (select from house where held_at is not null) then
    raise exception 'this house publishes nothing until it is told to' using errcode = 'QL050';
  end if;
end $$;

create function refuse_while_nothing_goes_out() returns trigger
language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  perform require_releases();
  return coalesce(new, old);
end $$;

-- Before «judge», by its name.
create trigger goes_out before insert on lexicon_approval for each row execute function refuse_while_nothing_goes_out();
create trigger goes_out before insert or update or delete on section for each row execute function refuse_while_nothing_goes_out();

revoke execute on function require_releases(), refuse_while_nothing_goes_out() from public;
