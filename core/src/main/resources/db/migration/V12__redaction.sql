-- Redaction by court or law: the owner's procedure takes a text out of the newsroom and leaves a tombstone, the digest and the
-- trail. Nothing else in Qalam removes what was written. docs/operations.md says how it is run.

set search_path = newsroom, public;

alter table redaction add column by_person uuid references person;
alter table redaction add check (length(ordered) between 1 and 1000);
create trigger guard before update or delete on redaction for each row execute function refuse_change();
create trigger guard_all before truncate on redaction execute function refuse_change();

-- The text that stands where all text was taken away, so that the story can still be opened.
create function empty_copy() returns bytea language sql immutable as $$
  select convert_to('{"body":{"content":[],"type":"doc"},"bylines":[],"headline":"","language":"kk","lead":"",'
    || '"notices":{"advertising":false,"age":null,"ai":false},"picture":null,"section":null,"seo":null,"slug":null,'
    || '"source":null,"tags":[]}', 'UTF8')
$$;

-- What was redacted does not come back into its story, whoever still has it in an open window.
create function refuse_redacted() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if new.digest <> sha256(empty_copy()) and exists (
       select from redaction d join revision r on r.article = d.article and r.number = d.revision
       where d.article = new.article and r.digest = new.digest) then
    raise exception 'this text was redacted' using errcode = 'QL051';
  end if;
  return new;
end $$;
create trigger redacted before insert on revision for each row execute function refuse_redacted();

/*
 * Takes the text of these revisions (null: of all) out of a story: their bytes, the notes and notices of their reviews,
 * approvals, editions and releases, and working texts. If readers have one of them, it is withdrawn at once, held house or
 * not; if the newest is one of them, an empty revision follows it.
 *
 * ordered_by  the order that demands it, for the tombstone: 1 to 1000 characters, readable to the story's newsroom for ever
 * carried_out the user name of the person who carries it out
 * told        what readers find at its address, where one was live; null: nothing but that it was withdrawn
 *
 * Returns how many texts were taken out; what was redacted before is passed over. Only the owner of the tables may run it.
 */
create function redact(story uuid, numbers integer[], ordered_by text, carried_out text, told text default null) returns integer
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
             'WITHDRAWAL', told, 'redacted', clock_timestamp(), who, who
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

revoke execute on function empty_copy(), refuse_redacted(), redact(uuid, integer[], text, text, text) from public;
