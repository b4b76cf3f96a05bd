-- Notes at passages of a revision (docs/writing.md).

set search_path = newsroom, public;

create table note (
  id          uuid primary key,
  article     uuid not null,
  revision    integer not null,
  block       integer check (block >= 0), -- none: on the whole text
  start_at    integer check (start_at >= 0),
  end_at      integer,
  quoted      text check (length(quoted) between 1 and 300),
  said        text not null check (length(said) between 1 and 2000),
  author      uuid not null references person,
  written_at  timestamptz not null default clock_timestamp(),
  resolved_by uuid references person,
  resolved_at timestamptz,
  foreign key (article, revision) references revision,
  check ((quoted is null) = (block is null)),
  check ((quoted is null) = (start_at is null)),
  check ((start_at is null and end_at is null) or end_at > start_at),
  check ((resolved_by is null) = (resolved_at is null))
);
create index note_of_article on note (article, written_at desc, id desc);
create index note_open on note (article, revision, author) where resolved_by is null;

-- A note is written once and resolved once; what it said stays.
create function guard_note() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a note stays' using errcode = 'QL001';
  end if;
  if tg_op = 'INSERT' then
    if (select count(*) from note where article = new.article) >= 1000 then
      raise exception 'too many notes' using errcode = 'QL012';
    end if;
    new.written_at := clock_timestamp();
    new.resolved_by := null;
    new.resolved_at := null;
    return new;
  end if;
  if old.resolved_by is not null or new.resolved_by is null
     or (new.id, new.article, new.revision, new.block, new.start_at, new.end_at, new.quoted, new.said, new.author, new.written_at)
        is distinct from
        (old.id, old.article, old.revision, old.block, old.start_at, old.end_at, old.quoted, old.said, old.author, old.written_at) then
    raise exception 'a note is resolved once and says what it said' using errcode = 'QL001';
  end if;
  new.resolved_at := clock_timestamp();
  return new;
end $$;
create trigger guard before insert or update or delete on note for each row execute function guard_note();

revoke execute on function guard_note() from public;
grant select on note to qalam_newsroom;
grant insert (id, article, revision, block, start_at, end_at, quoted, said, author) on note to qalam_newsroom;
grant update (resolved_by) on note to qalam_newsroom;
