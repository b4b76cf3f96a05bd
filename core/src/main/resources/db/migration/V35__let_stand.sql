-- Findings of the proofreader that someone lets stand in one story (docs/writing.md, «Proofreading»).

set search_path = newsroom, public;

create table stet (
  id      uuid primary key,
  article uuid not null references article,
  grounds bytea not null check (length(grounds) = 32), -- digest of what it holds for: the rule, and the words it stood on
  kind    text not null check (length(kind) between 1 and 20),
  message text not null check (length(message) between 1 and 60),
  words   text not null check (length(words) between 1 and 200), -- to be shown
  reason  text check (length(reason) between 1 and 300),
  let_by  uuid not null references person,
  let_at  timestamptz not null default clock_timestamp(),
  unique (article, grounds)
);

create function guard_stet() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if (select count(*) from stet where article = new.article) >= 500 then
    raise exception 'too many findings are let stand' using errcode = 'QL012';
  end if;
  new.let_at := clock_timestamp();
  return new;
end $$;
create trigger guard before insert on stet for each row execute function guard_stet();

-- A redaction takes the words of its story, whichever revision they stood in.
create function forget_stets() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  delete from stet where article = new.article;
  return null;
end $$;
create trigger forget_stets after update of bytes on revision
  for each row when (new.bytes is null and old.bytes is not null) execute function forget_stets();

revoke execute on function guard_stet(), forget_stets() from public;
revoke all on stet from public;
grant select, delete on stet to qalam_newsroom;
grant insert (id, article, grounds, kind, message, words, reason, let_by) on stet to qalam_newsroom;
