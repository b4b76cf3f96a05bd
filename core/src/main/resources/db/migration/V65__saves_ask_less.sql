-- A save asks the database less often, and is planned once.

set search_path = newsroom, public;

-- As before, but each way to what a text draws from is a question of its own, by its own key: so one plan is good for all of
-- them, and none is made for each save, which took longer than carrying it out.
create or replace function complete_revision() returns trigger language plpgsql security definer
  set search_path = newsroom, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  unknown integer;
begin
  if new.bytes is null then
    raise exception 'a revision has its text' using errcode = 'QL002';
  end if;
  select count(*) into unknown from unnest(new.drawn_from) f
    where not exists (select from revision r where r.article = new.article and r.number = f);
  if unknown > 0 then
    raise exception 'a revision draws from its own story' using errcode = 'QL002';
  end if;
  new.copy := convert_from(new.bytes, 'UTF8')::jsonb;
  new.written_at := clock_timestamp();
  select array_agg(distinct w) into new.writers from (
    select new.author as w
    union all
    select unnest(p.writers) from revision p
      where p.article = new.article and p.number = new.number - 1
        and not exists (select from approval a where a.article = p.article and a.revision = p.number and a.basis = 'REVIEW')
    union all
    select unnest(r.writers) from unnest(new.drawn_from) f join revision r on r.article = new.article and r.number = f
    union all
    select unnest(r.writers) from revision r where r.article = new.article and r.digest = new.digest
  ) all_writers;
  return new;
end $$;

-- What someone has typed and not saved is cleared by the very revision that contains it, whatever wrote that.
create function clear_what_is_saved() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  update working_text set bytes = null
    where person = new.author and article = new.article and bytes is not null and sha256(bytes) = new.digest;
  return null;
end $$;
revoke execute on function clear_what_is_saved() from public;
create trigger clear after insert on revision for each row execute function clear_what_is_saved();
