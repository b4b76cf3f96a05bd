-- The newsroom's tables and what the database itself guarantees (docs/architecture.md, «What the database guarantees»).
-- Run by qalam_owner. Errors raised here carry SQLSTATE QLxxx and name no row and no text.

create extension if not exists pg_trgm;

create schema newsroom;
create schema site;
revoke all on schema public from public;

set search_path = newsroom, public;

-- ---------------------------------------------------------------------------------------------- staff

create table person (
  id         uuid primary key,
  subject    text not null unique check (length(subject) between 1 and 255),
  username   text not null check (length(username) between 1 and 255),
  name       text not null check (length(name) between 1 and 255),
  arrived_at timestamptz not null default clock_timestamp()
);

create table desk (
  id        uuid primary key,
  slug      text not null unique check (slug ~ '^[a-z][a-z0-9-]{0,39}$'),
  name      text not null check (length(name) between 1 and 100),
  publishes text not null default 'ON_APPROVAL' check (publishes in ('ON_APPROVAL', 'BY_PUBLISHER')),
  required  text[] not null default '{headline}',
  position  integer not null default 0
);

create table membership (
  person uuid not null references person,
  desk   uuid references desk,
  role   text not null check (role in ('AUTHOR', 'EDITOR', 'REVIEWER', 'PUBLISHER', 'ADMIN')),
  check ((role = 'ADMIN') = (desk is null)),
  unique nulls not distinct (person, desk, role)
);

create table section (
  slug     text primary key check (slug ~ '^[a-z][a-z0-9-]{0,39}$' and slug not in ('latn', 'arab', 'tag', 'search', 'feed', 'atom', 'sitemap', 'robots', 'assets', 'author', 'archive')),
  name_kk  text not null check (length(name_kk) between 1 and 60),
  name_ru  text not null check (length(name_ru) between 1 and 60),
  name_en  text not null check (length(name_en) between 1 and 60),
  position integer not null default 0
);

create function is_member(who uuid, at_desk uuid, as_role text) returns boolean
language sql stable security definer set search_path = newsroom, pg_temp as $$
  select exists (select from membership where person = who and desk = at_desk and role = as_role)
$$;

-- ---------------------------------------------------------------------------------------------- stories

-- An article is a thin thread that holds revisions together. What stands under «kept by triggers» is derived from
-- revisions and reviews, for lists; no application role may write it.
create table article (
  id                uuid primary key,
  desk              uuid not null references desk,
  author            uuid references person, -- whose story it is; nobody's yet when it was imported
  started_by        uuid not null references person,
  started_at        timestamptz not null default clock_timestamp(),
  request_key       text check (length(request_key) between 1 and 100),
  imported_views    bigint check (imported_views >= 0),
  imported_comments bigint check (imported_comments >= 0),
  version           integer not null default 0,
  -- kept by triggers
  revision          integer not null default 0,
  stage             text not null default 'DRAFT' check (stage in ('DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED')),
  headline          text not null default '',
  section           text,
  language          text not null default 'kk',
  changed_at        timestamptz not null default clock_timestamp(),
  approved_revision integer
);
create unique index article_request on article (started_by, request_key) where request_key is not null;
create index article_by_change on article (changed_at desc, id desc);
create index article_by_desk on article (desk, changed_at desc, id desc);
create index article_by_author on article (author, changed_at desc, id desc);
create index article_by_stage on article (stage, changed_at desc, id desc);
create index article_by_section on article (section, changed_at desc, id desc);
create index article_headline on article using gin (lower(headline) gin_trgm_ops);

create table redaction (
  article  uuid not null,
  revision integer not null,
  ordered  text not null,
  at       timestamptz not null default clock_timestamp(),
  primary key (article, revision)
);

create table revision (
  article    uuid not null references article,
  number     integer not null check (number > 0),
  parent     integer generated always as (nullif(number - 1, 0)) stored,
  bytes      bytea,
  copy       jsonb,
  digest     bytea not null check (length(digest) = 32),
  author     uuid not null references person,
  writers    uuid[] not null check (cardinality(writers) > 0),
  drawn_from integer[] not null default '{}' check (cardinality(drawn_from) <= 20),
  origin     text not null check (origin in ('WRITTEN', 'IMPORTED', 'RESTORED', 'MERGED')),
  written_at timestamptz not null default clock_timestamp(),
  primary key (article, number),
  foreign key (article, parent) references revision (article, number),
  check ((bytes is null) = (copy is null)),
  check (bytes is null or digest = sha256(bytes)),
  check (bytes is null or copy = convert_from(bytes, 'UTF8')::jsonb),
  check (octet_length(bytes) <= 1200000)
);
create index revision_by_digest on revision (article, digest);
create index revision_by_author on revision (author, written_at desc);

alter table redaction add foreign key (article, revision) references revision;

-- One round of judgement on one revision and its proposal.
create table review (
  id         uuid primary key,
  article    uuid not null,
  revision   integer not null,
  kind       text not null check (kind in ('FIRST', 'UPDATE', 'CORRECTION', 'SILENT_FIX')),
  notice     text check (length(notice) between 1 and 1000),
  from_at    timestamptz,
  asked_by   uuid not null references person,
  asked_at   timestamptz not null default clock_timestamp(),
  verdict    text check (verdict in ('APPROVED', 'CHANGES_REQUESTED', 'RECALLED')),
  decided_by uuid references person,
  decided_at timestamptz,
  note       text check (length(note) <= 4000),
  foreign key (article, revision) references revision,
  check ((verdict is null) = (decided_by is null)),
  check ((verdict is null) = (decided_at is null)),
  check (kind <> 'CORRECTION' or notice is not null),
  check (kind <> 'SILENT_FIX' or notice is null)
);
create unique index review_open on review (article) where verdict is null;
create index review_of_article on review (article, asked_at desc);
create index review_waiting on review (asked_at) where verdict is null;

create table approval (
  id         uuid primary key,
  article    uuid not null,
  revision   integer not null,
  digest     bytea not null,
  kind       text not null,
  notice     text,
  from_at    timestamptz,
  basis      text not null check (basis in ('REVIEW', 'EMERGENCY', 'STANDING', 'ARCHIVE')),
  review     uuid unique references review,
  decided_by uuid not null references person,
  decided_at timestamptz not null default clock_timestamp(),
  note       text check (length(note) <= 4000),
  foreign key (article, revision) references revision
);
create index approval_of_article on approval (article, revision);

-- What is planned for the public.
create table edition (
  id          uuid primary key,
  article     uuid not null references article,
  number      integer not null check (number > 0),
  approval    uuid references approval,
  revision    integer not null,
  digest      bytea not null,
  kind        text not null check (kind in ('FIRST', 'UPDATE', 'CORRECTION', 'SILENT_FIX', 'WITHDRAWAL')),
  notice      text check (length(notice) between 1 and 1000),
  reason      text check (length(reason) between 1 and 1000),
  slug        text check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  from_at     timestamptz not null,
  planned_by  uuid not null references person,
  planned_at  timestamptz not null default clock_timestamp(),
  changed_by  uuid not null references person,
  changed_at  timestamptz not null default clock_timestamp(),
  state       text not null default 'PLANNED' check (state in ('PLANNED', 'HELD', 'RELEASED', 'VOID')),
  hold_reason text check (length(hold_reason) between 1 and 1000),
  attempts    integer not null default 0,
  retry_at    timestamptz,
  fault       text,
  unique (article, number),
  check ((approval is null) = (kind = 'WITHDRAWAL')),
  check (kind <> 'WITHDRAWAL' or reason is not null),
  check (kind = 'WITHDRAWAL' or slug is not null),
  check (state <> 'HELD' or hold_reason is not null)
);
create unique index edition_pending on edition (approval) where state in ('PLANNED', 'HELD');
create index edition_due on edition (from_at) where state = 'PLANNED';
create index edition_held on edition (changed_at) where state = 'HELD';

-- The fact that an edition's time came: written by release_due() alone, numbered in one order, chained.
create table release (
  number      bigint primary key check (number > 0),
  article     uuid not null,
  edition     uuid not null unique references edition,
  revision    integer not null,
  digest      bytea not null,
  kind        text not null,
  notice      text,
  path        text not null,
  released_at timestamptz not null,
  previous    bytea,
  hash        bytea not null
);
create index release_of_article on release (article, number desc);

-- Where each story that was ever released stands now. Written by release_due() alone.
create table standing (
  article       uuid primary key,
  path          text not null unique,
  live          boolean not null,
  section       text,
  language      text not null,
  revision      integer not null,
  first_release bigint not null,
  last_release  bigint not null,
  first_at      timestamptz not null,
  last_at       timestamptz not null
);
create index standing_newest on standing (first_release desc) where live;
create index standing_section on standing (section, first_release desc) where live;
create index standing_withdrawn on standing (last_release desc) where not live;

create table permalink (
  path        text primary key,
  article     uuid not null references article,
  allotted_at timestamptz not null default clock_timestamp()
);
create index permalink_of_article on permalink (article);

-- ---------------------------------------------------------------------------------------------- trail and intake

create table trail (
  chain    uuid not null,
  seq      integer not null,
  at       timestamptz not null,
  actor    uuid references person,
  act      text not null check (act ~ '^[a-z]+(\.[a-z_]+)+$'),
  details  jsonb not null default '{}',
  gesture  uuid,
  previous bytea,
  hash     bytea not null,
  primary key (chain, seq)
);
create index trail_by_time on trail (at desc);
create index trail_by_actor on trail (actor, at desc);

create table imported (
  digest      bytea primary key check (length(digest) = 32),
  article     uuid not null references article,
  name        text not null check (length(name) <= 255),
  imported_at timestamptz not null default clock_timestamp()
);

-- ---------------------------------------------------------------------------------------------- guarantees

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what is written in % stays as it is', tg_table_name using errcode = 'QL001';
end $$;

-- A story that is nobody's may be taken, once; it is never handed on by an update.
create function guard_article() returns trigger language plpgsql set search_path = newsroom, pg_temp as $$
begin
  if new.author is distinct from old.author and old.author is not null then
    raise exception 'a story that is someone''s stays theirs' using errcode = 'QL001';
  end if;
  return new;
end $$;
create trigger guard before update of author on article for each row execute function guard_article();

-- A revision is never changed. One exception: the owner empties one that stands in redaction.
create function guard_revision() returns trigger language plpgsql set search_path = newsroom, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.bytes is null and new.copy is null
     and exists (select from redaction d where d.article = old.article and d.revision = old.number)
     and (new.article, new.number, new.digest, new.author, new.writers, new.drawn_from, new.origin, new.written_at)
       = (old.article, old.number, old.digest, old.author, old.writers, old.drawn_from, old.origin, old.written_at) then
    return new;
  end if;
  raise exception 'a revision stays as it is' using errcode = 'QL001';
end $$;
create trigger guard before update or delete on revision for each row execute function guard_revision();
create trigger guard_all before truncate on revision execute function refuse_change();

create trigger guard before update or delete on approval for each row execute function refuse_change();
create trigger guard_all before truncate on approval execute function refuse_change();
create trigger guard before update or delete on release for each row execute function refuse_change();
create trigger guard_all before truncate on release execute function refuse_change();
create trigger guard before update or delete on trail for each row execute function refuse_change();
create trigger guard_all before truncate on trail execute function refuse_change();
create trigger guard before update or delete on permalink for each row execute function refuse_change();
create trigger guard before update or delete on imported for each row execute function refuse_change();

-- All writers of a revision: its author; its parent's, unless the parent was approved by review; those of every revision
-- drawn from or equal to it. Whatever the caller says of writers, time or copy is replaced.
create function complete_revision() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
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
    select unnest(r.writers) from revision r
      where r.article = new.article and (r.number = any (new.drawn_from) or r.digest = new.digest)
  ) all_writers;
  return new;
end $$;
create trigger complete before insert on revision for each row execute function complete_revision();

-- A new revision closes the open round as recalled and becomes the article's current one.
create function follow_revision() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  update review set verdict = 'RECALLED', decided_by = new.author, decided_at = clock_timestamp()
    where article = new.article and verdict is null;
  update article set revision = new.number, stage = 'DRAFT', changed_at = new.written_at,
      headline = coalesce(new.copy ->> 'headline', ''), section = new.copy ->> 'section',
      language = coalesce(new.copy ->> 'language', 'kk')
    where id = new.article;
  return null;
end $$;
create trigger follow after insert on revision for each row execute function follow_revision();

-- A round opens on the current revision and closes once. It closes as approved only through an approval.
create function guard_review() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
declare
  story article;
begin
  if tg_op = 'DELETE' then
    raise exception 'a review stays' using errcode = 'QL001';
  end if;
  if tg_op = 'INSERT' then
    select * into story from article where id = new.article for no key update;
    if new.verdict is not null or story.revision is distinct from new.revision then
      raise exception 'a round opens on the current revision' using errcode = 'QL003';
    end if;
    new.asked_at := clock_timestamp();
    return new;
  end if;
  if old.verdict is not null
     or (new.id, new.article, new.revision, new.kind, new.notice, new.from_at, new.asked_by, new.asked_at)
        is distinct from (old.id, old.article, old.revision, old.kind, old.notice, old.from_at, old.asked_by, old.asked_at) then
    raise exception 'a round is decided once and asks what it asked' using errcode = 'QL003';
  end if;
  if new.verdict = 'APPROVED' and not exists (select from approval a where a.review = new.id) then
    raise exception 'only an approval approves' using errcode = 'QL004';
  end if;
  if new.verdict = 'CHANGES_REQUESTED'
     and not is_member(new.decided_by, (select desk from article where id = new.article), 'REVIEWER') then
    raise exception 'only a reviewer of the desk decides' using errcode = 'QL004';
  end if;
  new.decided_at := clock_timestamp();
  return new;
end $$;
create trigger guard before insert or update or delete on review for each row execute function guard_review();

create function follow_review() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  update article set changed_at = clock_timestamp(),
      stage = case coalesce(new.verdict, 'OPEN') when 'OPEN' then 'IN_REVIEW' when 'RECALLED' then 'DRAFT' else new.verdict end
    where id = new.article and revision = new.revision;
  return null;
end $$;
create trigger follow after insert or update on review for each row execute function follow_review();

-- An approval is of exactly what the round asked, by a reviewer of the desk who wrote none of it.
create function judge_approval() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
declare
  round review;
  text_of revision;
begin
  if new.basis <> 'REVIEW' then
    raise exception 'this basis is not in force' using errcode = 'QL005';
  end if;
  select * into round from review where id = new.review for update;
  if round.id is null or round.verdict is not null then
    raise exception 'an approval needs an open round' using errcode = 'QL003';
  end if;
  select * into text_of from revision where article = new.article and number = new.revision;
  if (new.article, new.revision, new.kind, new.notice, new.from_at)
       is distinct from (round.article, round.revision, round.kind, round.notice, round.from_at)
     or text_of.bytes is null or new.digest is distinct from text_of.digest
     or exists (select from redaction d where d.article = new.article and d.revision = new.revision) then
    raise exception 'an approval is of what the round asked' using errcode = 'QL004';
  end if;
  if not is_member(new.decided_by, (select desk from article where id = new.article), 'REVIEWER') then
    raise exception 'only a reviewer of the desk approves' using errcode = 'QL004';
  end if;
  if new.decided_by = any (text_of.writers) then
    raise exception 'nobody approves what they wrote' using errcode = 'QL006';
  end if;
  new.decided_at := clock_timestamp();
  return new;
end $$;
create trigger judge before insert on approval for each row execute function judge_approval();

create function follow_approval() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  update review set verdict = 'APPROVED', decided_by = new.decided_by, decided_at = new.decided_at, note = new.note
    where id = new.review;
  update article set approved_revision = new.revision where id = new.article;
  return null;
end $$;
create trigger follow after insert on approval for each row execute function follow_approval();

-- An edition has exactly its approval's revision, digest, kind and notice. A publisher changes only the time, or holds it.
create function guard_edition() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
declare
  ok approval;
  story article;
  stands standing;
begin
  if tg_op = 'DELETE' then
    raise exception 'an edition stays' using errcode = 'QL001';
  end if;
  select * into story from article where id = new.article;

  if tg_op = 'INSERT' then
    new.planned_at := clock_timestamp();
    new.changed_at := new.planned_at;
    new.changed_by := new.planned_by;
    new.attempts := 0; new.retry_at := null; new.fault := null;
    if new.state <> 'PLANNED' then
      raise exception 'an edition begins planned' using errcode = 'QL007';
    end if;
    if new.kind = 'WITHDRAWAL' then
      select * into stands from standing where article = new.article;
      if stands.live is not true then
        raise exception 'only what is live is withdrawn' using errcode = 'QL007';
      end if;
      new.revision := stands.revision;
      new.digest := (select digest from revision where article = new.article and number = stands.revision);
      new.from_at := new.planned_at;
    else
      select * into ok from approval where id = new.approval;
      if ok.id is null or (new.article, new.revision, new.digest, new.kind, new.notice)
           is distinct from (ok.article, ok.revision, ok.digest, ok.kind, ok.notice) then
        raise exception 'an edition is what was approved' using errcode = 'QL007';
      end if;
      if new.planned_by = ok.decided_by and (select publishes from desk where id = story.desk) = 'ON_APPROVAL'
         and new.from_at >= coalesce(ok.from_at, '-infinity')
         and not exists (select from edition e where e.approval = ok.id) then
        return new;
      end if;
    end if;
    if not is_member(new.planned_by, story.desk, 'PUBLISHER') then
      raise exception 'only a publisher of the desk plans' using errcode = 'QL008';
    end if;
    return new;
  end if;

  if (new.id, new.article, new.number, new.approval, new.revision, new.digest, new.kind, new.notice, new.reason, new.slug,
      new.planned_by, new.planned_at)
     is distinct from
     (old.id, old.article, old.number, old.approval, old.revision, old.digest, old.kind, old.notice, old.reason, old.slug,
      old.planned_by, old.planned_at) then
    raise exception 'only the time of an edition changes' using errcode = 'QL007';
  end if;
  if old.state in ('RELEASED', 'VOID') then
    raise exception 'this edition is settled' using errcode = 'QL009';
  end if;
  if new.state = 'RELEASED' then
    if not exists (select from release r where r.edition = new.id) then
      raise exception 'only a release releases' using errcode = 'QL007';
    end if;
    return new;
  end if;
  if (new.from_at, new.state, new.hold_reason, new.changed_by)
     is distinct from (old.from_at, old.state, old.hold_reason, old.changed_by) and new.state <> 'VOID' then
    if new.kind = 'WITHDRAWAL' then
      raise exception 'a withdrawal is neither held nor moved' using errcode = 'QL007';
    end if;
    if not is_member(new.changed_by, story.desk, 'PUBLISHER') then
      raise exception 'only a publisher of the desk moves or holds' using errcode = 'QL008';
    end if;
    new.changed_at := clock_timestamp();
    new.retry_at := null;
  end if;
  return new;
end $$;
create trigger guard before insert or update or delete on edition for each row execute function guard_edition();

-- The trail numbers, dates and chains itself; the story's lock, or the key, keeps two writers apart.
create function chain_trail() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
declare
  last trail;
begin
  select * into last from trail where chain = new.chain order by seq desc limit 1;
  new.seq := coalesce(last.seq, 0) + 1;
  new.at := greatest(clock_timestamp(), last.at);
  new.previous := last.hash;
  new.hash := sha256(coalesce(last.hash, '') || convert_to(
    concat_ws('|', new.chain, new.seq, extract(epoch from new.at), new.actor, new.act, new.details, new.gesture), 'UTF8'));
  return new;
end $$;
create trigger chain before insert on trail for each row execute function chain_trail();

-- ---------------------------------------------------------------------------------------------- release

-- Releases every edition whose time has come, in one order over the whole newsroom. The lock is taken last and held to
-- commit, so numbers become visible in order; editions that another transaction is deciding on are skipped and come with
-- its commit or the next call. Returns how many were released and when the next one is due.
create function release_due() returns table (released integer, next_at timestamptz)
language plpgsql security definer set search_path = newsroom, pg_temp as $$
declare
  due uuid[];
  one edition;
  stands standing;
  text_of revision;
  last release;
  this release;
  stem text;
  n integer;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'release_due() needs read committed' using errcode = 'QL010';
  end if;
  released := 0;
  with locked as (
    select id from edition
      where state = 'PLANNED' and from_at <= clock_timestamp() and (retry_at is null or retry_at <= clock_timestamp())
      order by from_at, planned_at, id limit 200
      for update skip locked)
  select array_agg(id) into due from locked;

  if due is not null then
    perform pg_advisory_xact_lock(7301172);
    for one in select * from edition where id = any (due) order by from_at, planned_at, id loop
      begin
        select * into stands from standing where article = one.article;
        if stands.article is not null and one.kind <> 'WITHDRAWAL' and (
             one.revision < stands.revision
             or (not stands.live and one.planned_at < stands.last_at)
             or (stands.live and one.revision = stands.revision)) then
          update edition set state = 'VOID' where id = one.id;
          continue;
        end if;
        if one.kind = 'WITHDRAWAL' and stands.live is not true then
          update edition set state = 'VOID' where id = one.id;
          continue;
        end if;
        select * into text_of from revision where article = one.article and number = one.revision;
        if one.kind <> 'WITHDRAWAL' and (text_of.bytes is null or text_of.digest <> one.digest
             or exists (select from redaction d where d.article = one.article and d.revision = one.revision)) then
          update edition set state = 'VOID' where id = one.id;
          continue;
        end if;

        select * into last from release order by number desc limit 1;
        this := null;
        this.number := coalesce(last.number, 0) + 1;
        this.article := one.article;
        this.edition := one.id;
        this.revision := one.revision;
        this.digest := one.digest;
        this.kind := one.kind;
        this.notice := one.notice;
        this.released_at := greatest(clock_timestamp(), last.released_at);
        if stands.article is null then
          stem := to_char(this.released_at at time zone 'Asia/Almaty', '"/"YYYY/MM/DD/') || one.slug;
          n := 1;
          loop
            this.path := stem || case when n = 1 then '' else '-' || n end || '/';
            insert into permalink (path, article) values (this.path, one.article) on conflict do nothing;
            exit when found;
            n := n + 1;
          end loop;
        else
          this.path := stands.path;
        end if;
        this.previous := last.hash;
        this.hash := sha256(coalesce(last.hash, '') || convert_to(
          concat_ws('|', this.number, this.article, this.edition, this.revision, encode(this.digest, 'hex'), this.kind,
            this.notice, this.path, extract(epoch from this.released_at)), 'UTF8'));
        insert into release select (this).*;
        insert into standing (article, path, live, section, language, revision, first_release, last_release, first_at, last_at)
          values (one.article, this.path, one.kind <> 'WITHDRAWAL', text_of.copy ->> 'section',
                  coalesce(text_of.copy ->> 'language', 'kk'), one.revision, this.number, this.number, this.released_at, this.released_at)
          on conflict (article) do update set live = excluded.live, section = excluded.section, language = excluded.language,
            revision = excluded.revision, last_release = excluded.last_release, last_at = excluded.last_at;
        update edition set state = 'RELEASED' where id = one.id;
        -- What was planned before a withdrawal, or is older than what readers have, will never go out: say so at once.
        -- (Rows that someone is deciding on are passed over here: waiting for them under the lock could deadlock.)
        update edition set state = 'VOID' where id in (
          select e.id from edition e where e.article = one.article and e.state in ('PLANNED', 'HELD') and e.id <> one.id
            and (one.kind = 'WITHDRAWAL' or e.revision < one.revision) for update skip locked);
        perform pg_notify('qalam_release', this.number::text);
        released := released + 1;
      exception when others then
        -- One bad edition never blocks the others: it waits longer each time, and the desk sees it.
        update edition set attempts = one.attempts + 1, fault = sqlstate,
            retry_at = clock_timestamp() + least(power(2, one.attempts), 300) * interval '1 second'
          where id = one.id;
      end;
    end loop;
  end if;
  select min(greatest(e.from_at, coalesce(e.retry_at, e.from_at))) into next_at from edition e where e.state = 'PLANNED';
  return next;
end $$;

-- ---------------------------------------------------------------------------------------------- what the site sees

create function site.release_due() returns table (released integer, next_at timestamptz)
language sql security definer set search_path = newsroom, pg_temp as $$ select * from newsroom.release_due() $$;

-- The log of releases, without text: enough to follow, to redirect and to say what changed.
create view site.release with (security_barrier) as
  select r.number, r.article, e.number as edition, r.revision, r.kind, r.notice, r.path, r.released_at
  from newsroom.release r join newsroom.edition e on e.id = r.edition;

-- Every story that was ever released; with its text only while it is live.
create view site.story with (security_barrier) as
  select s.article, s.path, s.live, s.section, s.language, s.revision, s.first_release, s.last_release, s.first_at, s.last_at,
         case when s.live then v.bytes end as copy, case when s.live then v.digest end as digest,
         r.kind, r.notice, a.imported_views, a.imported_comments
  from newsroom.standing s
    join newsroom.release r on r.number = s.last_release
    join newsroom.revision v on v.article = s.article and v.number = s.revision
    join newsroom.article a on a.id = s.article;

create view site.section with (security_barrier) as select slug, name_kk, name_ru, name_en, position from newsroom.section;

create view site.permalink with (security_barrier) as
  select p.path, p.article, s.path as current_path from newsroom.permalink p join newsroom.standing s on s.article = p.article;

-- A target (a folder, a bucket) has one writer at a time; its epoch grows with each new writer.
create table site.target (
  name        text primary key check (length(name) between 1 and 100),
  holder      text,
  epoch       bigint not null default 0,
  lease_until timestamptz,
  position    bigint not null default 0
);

-- One row per release and receiver: what was sent where, and what went wrong.
create table site.delivery (
  id           uuid primary key default gen_random_uuid(),
  release      bigint not null,
  receiver     text not null check (length(receiver) between 1 and 100),
  state        text not null default 'PENDING' check (state in ('PENDING', 'DELIVERED', 'FAILED')),
  attempts     integer not null default 0,
  next_try     timestamptz not null default clock_timestamp(),
  delivered_at timestamptz,
  fault        text check (length(fault) <= 500),
  unique (release, receiver)
);
create index delivery_open on site.delivery (receiver, next_try) where state = 'PENDING';

-- An admin sends again: the only thing that the newsroom does to a delivery.
create function newsroom.resend(delivery uuid) returns boolean
language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  update site.delivery d set state = 'PENDING', next_try = clock_timestamp(), fault = null where d.id = resend.delivery;
  if found then
    perform pg_notify('qalam_release', '0');
    return true;
  end if;
  return false;
end $$;

-- ---------------------------------------------------------------------------------------------- who may

revoke execute on all functions in schema newsroom, site from public;
revoke all on all tables in schema newsroom, site from public;

grant usage on schema newsroom to qalam_newsroom;
grant usage on schema site to qalam_newsroom, qalam_site;

grant select on all tables in schema newsroom to qalam_newsroom;
grant select on site.delivery, site.target to qalam_newsroom;
grant insert, update, delete on membership, desk, section to qalam_newsroom;
grant insert on person to qalam_newsroom;
grant update (username, name) on person to qalam_newsroom;
grant insert (id, desk, author, started_by, request_key, imported_views, imported_comments, version) on article to qalam_newsroom;
grant update (version, author) on article to qalam_newsroom;
grant insert (article, number, bytes, digest, author, writers, drawn_from, origin) on revision to qalam_newsroom;
grant insert (id, article, revision, kind, notice, from_at, asked_by) on review to qalam_newsroom;
grant update (verdict, decided_by, decided_at, note) on review to qalam_newsroom;
grant insert (id, article, revision, digest, kind, notice, from_at, basis, review, decided_by, note) on approval to qalam_newsroom;
grant insert (id, article, number, approval, revision, digest, kind, notice, reason, slug, from_at, planned_by, changed_by, state) on edition to qalam_newsroom;
grant update (from_at, state, hold_reason, changed_by) on edition to qalam_newsroom;
grant insert (chain, actor, act, details, gesture) on trail to qalam_newsroom;
grant insert (digest, article, name) on imported to qalam_newsroom;
grant execute on function newsroom.release_due(), newsroom.resend(uuid), newsroom.is_member(uuid, uuid, text) to qalam_newsroom;

grant select on site.release, site.story, site.section, site.permalink to qalam_site;
grant select, insert, update on site.target, site.delivery to qalam_site;
grant execute on function site.release_due() to qalam_site;

-- ---------------------------------------------------------------------------------------------- a newsroom begins with

insert into desk (id, slug, name, position) values
  ('01931000-0000-7000-8000-000000000001', 'news', 'Жаңалықтар', 1);

insert into section (slug, name_kk, name_ru, name_en, position) values
  ('saiasat', 'Саясат', 'Политика', 'Politics', 1),
  ('qogam', 'Қоғам', 'Общество', 'Society', 2),
  ('ekonomika', 'Экономика', 'Экономика', 'Economy', 3),
  ('alem', 'Әлем', 'Мир', 'World', 4),
  ('madeniet', 'Мәдениет', 'Культура', 'Culture', 5),
  ('sport', 'Спорт', 'Спорт', 'Sport', 6);
