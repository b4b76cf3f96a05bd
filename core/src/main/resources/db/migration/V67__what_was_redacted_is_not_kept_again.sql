-- What was redacted does not come back as an unsaved text either: a window that was open on it is told so, and what such a
-- window is just sending is either seen and taken away by the redaction or refused because of it.

set search_path = newsroom, public;

-- Of V2 only the refusal is new. The lock is shared by all windows; only a redaction waits for them, and they for it.
create or replace function guard_working_text() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if new.bytes is not null and new.article is not null then
    perform pg_advisory_xact_lock_shared(hashtextextended('working texts of ' || new.article, 0));
    if exists (select from redaction d where d.article = new.article and d.revision = new.base) then
      raise exception 'this text was redacted' using errcode = 'QL051';
    end if;
  end if;
  if tg_op = 'UPDATE' then
    if (new.person, new.window_id) is distinct from (old.person, old.window_id)
       or (old.article is not null and new.article is distinct from old.article) then
      raise exception 'a working text stays its writer''s and its story''s' using errcode = 'QL001';
    end if;
    if new.counter < old.counter or (new.counter = old.counter and new.bytes is not null and new.bytes is distinct from old.bytes) then
      raise exception 'a working text goes forward only' using errcode = 'QL011';
    end if;
  else
    delete from working_text where person = new.person and bytes is null and kept_at < clock_timestamp() - interval '1 day';
  end if;
  if new.bytes is not null
     and (select count(*) from working_text where person = new.person and window_id <> new.window_id and bytes is not null) >= 50 then
    raise exception 'too many working texts' using errcode = 'QL012';
  end if;
  new.kept_at := clock_timestamp();
  return new;
end $$;

-- redact() writes this first and takes the story's working texts away afterwards.
create function await_working_texts() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('working texts of ' || new.article, 0));
  return new;
end $$;
create trigger working_texts before insert on redaction for each row execute function await_working_texts();

revoke execute on function await_working_texts() from public;
