-- A corrected text that was withdrawn and brought back is no second correction: it stands once in the public archive of
-- corrections, at the time when it was made (docs/site.md). The same revision goes out as what it was approved as, each time.

set search_path = newsroom, public;

-- Of V8 only the condition is new.
create or replace function seat_correction() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  insert into seat (kind, name, number, article, release)
    select 'CORRECTION', '', coalesce(max(s.number), 0) + 1, new.article, new.number
    from seat s where s.kind = 'CORRECTION' and s.name = ''
    having not exists (select from release r
      where r.article = new.article and r.revision = new.revision and r.kind = new.kind and r.number < new.number);
  return null;
end $$;
