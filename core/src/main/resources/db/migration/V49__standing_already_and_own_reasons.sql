-- «This story stands already» also where another desk has it before readers, and of exactly the text that they have
-- (docs/language.md, «Nearly the same text»). And: what the newsroom itself holds or ends, it keeps as a code, which whoever
-- asks reads in their own language (core: OwnReasons). And: names follow the account; and
-- the same picture in two hands is two pictures (ADR 61).

set search_path = newsroom, public;

-- By what a text that was approved is seen to be nearly the same as another. Of a story that was released, none older than
-- what readers have.
create table text_sketch (
  article  uuid not null,
  revision integer not null,
  analysis integer not null check (analysis > 0), -- by which rules; older ones are sketched anew
  sketch   integer[] not null check (cardinality(sketch) in (0, 48)),
  marks    bigint[] not null check (cardinality(marks) = cardinality(sketch) / 3),
  primary key (article, revision),
  foreign key (article, revision) references revision (article, number)
);

-- The marks of what readers have now, whatever desk it is of; newest stories of a mark together.
create table live_mark (
  mark     bigint not null,
  article  uuid not null,
  revision integer not null,
  primary key (mark, article),
  foreign key (article, revision) references text_sketch on delete cascade
);
create index live_mark_of on live_mark (article, revision);

create function mark_live(story uuid) returns void
language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  delete from live_mark where article = story;
  insert into live_mark (mark, article, revision)
    select m, t.article, t.revision
    from standing s join text_sketch t on t.article = s.article and t.revision = s.revision cross join lateral unnest(t.marks) m
    where s.article = story and s.live
  on conflict do nothing;
end $$;

-- Within the release: no mark is early, and none outlives a withdrawal.
create function follow_standing() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  perform mark_live(new.article);
  delete from text_sketch where article = new.article and revision < new.revision;
  return null;
end $$;
create trigger marks after insert or update of live, revision on standing for each row execute function follow_standing();

-- A sketch is of a text that is there. Of a text that is live already (from before there were sketches, or by older rules)
-- it waits for the release that may just be written.
create function guard_sketch() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if not exists (select from revision where article = new.article and number = new.revision and bytes is not null) then
    raise exception 'a sketch is of a text' using errcode = 'QL061';
  end if;
  if exists (select from standing where article = new.article and revision = new.revision) then
    perform pg_advisory_xact_lock(7301172);
  end if;
  return new;
end $$;
create trigger guard before insert or update on text_sketch for each row execute function guard_sketch();

create function follow_sketch() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if exists (select from standing where article = new.article and revision = new.revision) then
    perform mark_live(new.article);
  end if;
  return null;
end $$;
create trigger marks after insert or update on text_sketch for each row execute function follow_sketch();

-- It goes with its text, whoever takes that out and however.
create function forget_sketch() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  delete from text_sketch where article = old.article and revision = old.number;
  return null;
end $$;
create trigger forget_sketch after update of bytes on revision
  for each row when (new.bytes is null) execute function forget_sketch();

revoke execute on function mark_live(uuid), follow_standing(), guard_sketch(), follow_sketch(), forget_sketch() from public;
revoke all on text_sketch, live_mark from public;
grant select, insert (article, revision, analysis, sketch, marks), update (analysis, sketch, marks) on text_sketch to qalam_newsroom;
grant select on live_mark to qalam_newsroom;

-- ---------------------------------------------------------------------------------------------- reasons of the newsroom's own

-- Of V5 only the reason is another.
create or replace function judge_rights() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if new.kind = 'WITHDRAWAL' or new.state <> 'PLANNED' then
    return new;
  end if;
  if tg_op = 'UPDATE' then
    if new.attempts > old.attempts and new.fault = 'QL020' then
      new.state := 'HELD';
      new.hold_reason := '@rights-ended';
      new.retry_at := null;
      return new;
    end if;
    if (new.from_at, new.state) is not distinct from (old.from_at, old.state) then
      return new;
    end if;
  end if;
  if rights_end(new.article, new.revision) <= greatest(new.from_at, clock_timestamp()) then
    raise exception 'a licence of a picture has ended' using errcode = 'QL020';
  end if;
  return new;
end $$;

-- Of V31 only the reason is another.
create or replace function hold_after_end() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if new.attempts > old.attempts and new.fault = 'QL065' then
    new.state := 'HELD';
    new.hold_reason := '@term-over';
    new.retry_at := null;
  end if;
  return new;
end $$;

-- Of V31 only the reason is another.
create or replace function expire_due() returns timestamptz
language plpgsql security definer set search_path = newsroom, pg_temp as $$
declare
  one expiry;
  begun timestamptz := clock_timestamp();
begin
  for one in select x.* from expiry x join standing s on s.article = x.article and s.live
      where x.ends_at <= begun and (x.retry_at is null or x.retry_at <= begun) order by x.ends_at, x.article limit 200 loop
    begin
      perform from article where id = one.article for no key update skip locked;
      continue when not found;
      -- What was decided on it while we came here counts.
      select * into one from expiry where article = one.article and ends_at <= clock_timestamp() for update;
      continue when not found or not (select live from standing where article = one.article)
        or exists (select from edition where article = one.article and kind = 'WITHDRAWAL' and state = 'PLANNED');
      insert into edition (id, article, number, revision, digest, kind, notice, reason, from_at, planned_by, changed_by)
        values (gen_random_uuid(), one.article, (select coalesce(max(number), 0) + 1 from edition where article = one.article),
                0, '', 'WITHDRAWAL', one.notice, '@term-ended', clock_timestamp(), one.set_by, one.set_by);
      insert into trail (chain, act, details) values (one.article, 'edition.expired', jsonb_build_object('from', one.ends_at));
    exception when others then
      update expiry set attempts = one.attempts + 1,
          retry_at = clock_timestamp() + least(power(2, one.attempts), 300) * interval '1 second'
        where article = one.article;
    end;
  end loop;
  return (select min(greatest(x.ends_at, coalesce(x.retry_at, x.ends_at))) from expiry x
    where x.ends_at > begun or exists (select from standing s where s.article = x.article and s.live));
end $$;

-- Of V12 only the reason is another.
create or replace function redact(story uuid, numbers integer[], ordered_by text, carried_out text, told text default null) returns integer
language plpgsql set search_path = newsroom, pg_temp as $$
declare
  thread article;
  stands standing;
  who uuid;
  emptied integer;
  rest text;
begin
  select * into thread from article where id = story for no key update;
  if thread.id is null then
    raise exception 'there is no such story' using errcode = 'QL052';
  end if;
  -- After the story's lock, as everybody: nobody else may be at these while their guards are off.
  lock table edition, review, approval, release, imported in share row exclusive mode;
  select id into who from person where username = carried_out order by arrived_at desc limit 1;
  if who is null then
    raise exception 'there is no such person' using errcode = 'QL053';
  end if;
  numbers := coalesce(numbers, array(select number from revision where article = story));
  if cardinality(numbers) = 0
     or exists (select from unnest(numbers) n where not exists (select from revision r where r.article = story and r.number = n)) then
    raise exception 'there is no such revision' using errcode = 'QL054';
  end if;

  insert into redaction (article, revision, ordered, by_person)
    select story, r.number, ordered_by, who from revision r
    where r.article = story and r.number = any (numbers) and r.bytes is not null
    on conflict do nothing;
  update revision set bytes = null, copy = null where article = story and number = any (numbers) and bytes is not null;
  get diagnostics emptied = row_count;

  update review set verdict = 'RECALLED', decided_by = who, decided_at = clock_timestamp()
    where article = story and verdict is null and revision = any (numbers);
  update edition set state = 'VOID' where article = story and revision = any (numbers) and state in ('PLANNED', 'HELD');

  alter table review disable trigger user;
  update review set note = null, notice = case when kind = 'CORRECTION' then '–' end
    where article = story and revision = any (numbers) and (note is not null or notice is not null);
  alter table review enable trigger user;
  alter table approval disable trigger user;
  update approval set note = null, notice = case when kind = 'CORRECTION' then '–' end
    where article = story and revision = any (numbers) and (note is not null or notice is not null);
  alter table approval enable trigger user;
  alter table release disable trigger user;
  update release set notice = null where article = story and revision = any (numbers) and notice is not null;
  alter table release enable trigger user;
  alter table imported disable trigger user;
  update imported set name = '–' where article = story and 1 = any (numbers);
  alter table imported enable trigger user;

  alter table edition disable trigger user;
  update edition set notice = case when kind = 'CORRECTION' then '–' end,
      reason = case when kind = 'WITHDRAWAL' then '–' end,
      hold_reason = case when hold_reason is not null then '–' end
    where article = story and revision = any (numbers)
      and (notice is not null or reason is not null or hold_reason is not null);
  select * into stands from standing where article = story;
  if stands.live and stands.revision = any (numbers) then
    insert into edition (id, article, number, revision, digest, kind, notice, reason, from_at, planned_by, changed_by)
      select gen_random_uuid(), story, (select max(number) + 1 from edition where article = story), r.number, r.digest,
             'WITHDRAWAL', told, '@redacted', clock_timestamp(), who, who
      from revision r where r.article = story and r.number = stands.revision;
  end if;
  alter table edition enable trigger user;

  -- Texts that someone was still writing are derived from any revision: all of the story's go.
  foreach rest in array array['working_text', 'review_note'] loop
    if to_regclass('newsroom.' || rest) is not null then
      execute format('delete from newsroom.%I where article = $1', rest) using story;
    end if;
  end loop;

  insert into trail (chain, actor, act, details) values (story, who, 'revision.redacted', jsonb_build_object('revisions', to_jsonb(numbers)));
  if thread.revision = any (numbers) then
    if exists (select from revision where article = story and number = thread.revision and digest <> sha256(empty_copy())) then
      insert into revision (article, number, bytes, digest, author, writers, origin)
        values (story, thread.revision + 1, empty_copy(), sha256(empty_copy()), who, array[who], 'WRITTEN');
      insert into trail (chain, actor, act, details) values (story, who, 'revision.saved',
        jsonb_build_object('revision', thread.revision + 1, 'digest', encode(sha256(empty_copy()), 'hex')));
    end if;
  end if;
  perform release_due();
  perform pg_notify('qalam_release', '0');
  return emptied;
end $$;

-- What was kept before. A person's own words could hardly be the same.
alter table edition disable trigger user;
update edition set hold_reason = case hold_reason when 'Суреттің лицензиясы біткен' then '@rights-ended' else '@term-over' end
  where hold_reason in ('Суреттің лицензиясы біткен', 'Жарияда тұру мерзімі өтіп кеткен');
update edition set reason = case reason when 'redacted' then '@redacted' else '@term-ended' end
  where kind = 'WITHDRAWAL' and reason in ('redacted', 'Жарияда тұру мерзімі аяқталды');
alter table edition enable trigger user;

-- ---------------------------------------------------------------------------------------------- names

-- When the token was made that said a person's names: an older one, in another window, does not change them back.
alter table person add column named_at timestamptz not null default '-infinity';
grant update (named_at) on person to qalam_newsroom;

-- ---------------------------------------------------------------------------------------------- pictures

-- The same bytes are the same picture to whoever may see it, and to all others one of their own. What somebody brings
-- twice, at once or with a lost answer in between, is there once.
alter table picture drop constraint picture_digest_key;
alter table picture add constraint picture_brought_once unique (digest, uploaded_by);

-- Which versions readers have seen: of a picture that is not theirs people see these, and what the file itself said.
create table version_shown (
  picture uuid not null,
  version integer not null,
  primary key (picture, version),
  foreign key (picture, version) references picture_version (picture, number)
);
alter table picture add column shown_version integer not null default 1,
  add column shown_words text not null default '';
create index picture_shown_words on picture using gin (shown_words gin_trgm_ops);

create function show_versions() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  insert into version_shown (picture, version)
    select distinct picture, version from picture_use where article = new.article and revision = new.revision
    on conflict do nothing;
  update picture p set shown_version = v.number, shown_words = lower(concat_ws(' ', v.alt, v.credit, p.name))
    from (select picture, max(version) as version from picture_use where article = new.article and revision = new.revision
          group by picture) u
      join picture_version v on v.picture = u.picture and v.number = u.version
    where p.id = u.picture and (p.shown_words = '' or v.number > p.shown_version);
  return null;
end $$;
create trigger versions after insert on release for each row when (new.kind <> 'WITHDRAWAL') execute function show_versions();

insert into version_shown (picture, version)
  select distinct u.picture, u.version from release r join picture_use u on u.article = r.article and u.revision = r.revision
  where r.kind <> 'WITHDRAWAL';
update picture p set shown_version = v.number, shown_words = lower(concat_ws(' ', v.alt, v.credit, p.name))
  from (select picture, max(version) as version from version_shown group by picture) s
    join picture_version v on v.picture = s.picture and v.number = s.version
  where p.id = s.picture;

revoke execute on function show_versions() from public;
revoke all on version_shown from public;
grant select on version_shown to qalam_newsroom;
