-- A save asks the database less often, and is planned once.

set search_path = newsroom, public;

-- A revision is completed by keys alone: no plan for the values at hand is better than the one for all, and making one for
-- each save took longer than carrying it out.
alter function complete_revision() set plan_cache_mode = force_generic_plan;

-- What someone has typed and not saved is cleared by the very revision that contains it, whatever wrote that.
create function clear_what_is_saved() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  update working_text set bytes = null
    where person = new.author and article = new.article and bytes is not null and sha256(bytes) = new.digest;
  return null;
end $$;
revoke execute on function clear_what_is_saved() from public;
create trigger clear after insert on revision for each row execute function clear_what_is_saved();
