-- Of V70: the notice that an order gave took the place of a withdrawn story's own also where the order was about another revision.
-- That release's digest covers its notice and is excepted only where its revision was redacted: `verify` called it broken, and
-- what a publisher had told readers was gone. The notice is the order's only where it takes out what was withdrawn.
-- And the empty revision, with which a story goes on after all of it was taken out, stays: a second order took it too, no other
-- followed, and the story could not be opened any more.
set search_path = newsroom, public;

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
    where r.article = story and r.number = any (numbers) and r.bytes is not null and r.digest <> sha256(empty_copy())
    on conflict do nothing;
  update revision set bytes = null, copy = null
    where article = story and number = any (numbers) and bytes is not null and digest <> sha256(empty_copy());
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
  if not stands.live and stands.revision = any (numbers) and told is not null then
    alter table release disable trigger user;
    update release set notice = told where number = stands.last_release;
    alter table release enable trigger user;
  end if;
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
  -- What readers have of the story, and of what it said before, is made again: pages, notes, what was kept for a while
  insert into site.delivery (release, receiver)
    select stands.last_release, t.name from site.target t where stands.last_release is not null
    on conflict (release, receiver) do update set state = 'PENDING', next_try = clock_timestamp(), fault = null;
  perform release_due();
  perform pg_notify('qalam_release', '0');
  return emptied;
end $$;
