-- A save clears its writer's working texts that say the same (docs/writing.md). Each save does so: it is one question to the
-- database, not two.

set search_path = newsroom, public;

-- Run with its caller's rights: of others' texts it sees none, whatever it is told. How many it emptied.
create function clear_working_texts(me uuid, story uuid, said bytea) returns integer
language plpgsql set search_path = newsroom, pg_temp as $$
declare
  emptied integer;
begin
  perform set_config('qalam.person', me::text, true);
  update working_text set bytes = null
    where person = me and article = story and bytes is not null and sha256(bytes) = said;
  get diagnostics emptied = row_count;
  return emptied;
end $$;

revoke execute on function clear_working_texts(uuid, uuid, bytea) from public;
grant execute on function clear_working_texts(uuid, uuid, bytea) to qalam_newsroom;
