-- What is being typed and not yet saved, and who has a story open (docs/writing.md).

set search_path = newsroom, public;

-- One text a person and window. It goes forward only: a request that was delayed on a bad line never puts an older text over
-- a newer one. Emptied, not deleted, by the save that contains it, so that a delayed one does not bring it back either.
create table working_text (
  person    uuid not null references person,
  window_id uuid not null,
  article   uuid references article, -- none yet: of a story that was never saved
  counter   bigint not null check (counter > 0),
  base      integer not null check (base >= 0),
  bytes     bytea check (octet_length(bytes) between 2 and 1200000),
  kept_at   timestamptz not null default clock_timestamp(),
  primary key (person, window_id)
);
create index working_text_of_story on working_text (article, person) where bytes is not null;

-- Nobody reads what another has not yet shown: a query that forgets to ask for whom it asks finds nothing.
alter table working_text enable row level security;
create policy own on working_text to qalam_newsroom
  using (person = nullif(current_setting('qalam.person', true), '')::uuid)
  with check (person = nullif(current_setting('qalam.person', true), '')::uuid);

create function guard_working_text() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
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
create trigger guard before insert or update on working_text for each row execute function guard_working_text();

-- Who has a story open. It lives by being said again and may be lost.
create unlogged table presence (
  article   uuid not null references article,
  person    uuid not null references person,
  window_id uuid not null,
  unsaved   boolean not null,
  seen_at   timestamptz not null default clock_timestamp(),
  primary key (article, person, window_id)
);
create index presence_by_time on presence (seen_at);

revoke execute on function guard_working_text() from public;
grant select on working_text, presence to qalam_newsroom;
grant insert (person, window_id, article, counter, base, bytes) on working_text to qalam_newsroom;
grant update (article, counter, base, bytes) on working_text to qalam_newsroom;
grant insert (article, person, window_id, unsaved), update (unsaved, seen_at), delete on presence to qalam_newsroom;
