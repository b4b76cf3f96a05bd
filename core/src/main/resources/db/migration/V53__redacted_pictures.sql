-- A picture is taken out by court or law as a text is (V12): the owner's procedure leaves a tombstone and the digests.
-- The files themselves are removed by who calls it (launcher: RedactPicture). docs/operations.md says how it is run.

set search_path = newsroom, public;

create table picture_redaction (
  picture    uuid primary key references picture,
  digest     bytea not null check (length(digest) = 32),
  renditions bytea[] not null, -- whose rows are gone; so that removing their files can be gone through again
  ordered    text not null check (length(ordered) between 1 and 1000),
  by_person  uuid not null references person,
  at         timestamptz not null default clock_timestamp()
);
create index picture_redaction_digest on picture_redaction (digest);
create trigger guard before update or delete on picture_redaction for each row execute function refuse_change();
create trigger guard_all before truncate on picture_redaction execute function refuse_change();

-- The same bytes are not brought again, by whomever, and nothing new is said or drawn of a picture that was taken out.
create function refuse_redacted_picture() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if (tg_table_name = 'picture' and exists (select from picture_redaction where digest = (to_jsonb(new) ->> 'digest')::bytea))
     or (tg_table_name <> 'picture' and exists (select from picture_redaction where picture = (to_jsonb(new) ->> 'picture')::uuid)) then
    raise exception 'this picture was redacted' using errcode = 'QL057';
  end if;
  return new;
end $$;
create trigger redacted before insert on picture for each row execute function refuse_redacted_picture();
create trigger redacted before insert on picture_version for each row execute function refuse_redacted_picture();
create trigger redacted before insert on rendition for each row execute function refuse_redacted_picture();

-- Of V5; what was taken out may be shown at no time.
create or replace function rights_end(of_article uuid, of_revision integer) returns timestamptz
language sql stable security definer set search_path = newsroom, pg_temp as $$
  select min(case when v.picture is null or exists (select from picture_redaction d where d.picture = u.picture)
    then '-infinity'::timestamptz else v.licence_end end)
  from picture_use u left join picture_version v on v.picture = u.picture and v.number = u.version
  where u.article = of_article and u.revision = of_revision
$$;

/*
 * Takes a picture out, with all others of the same bytes, whoever brought them: what was said of them, their names, their
 * renditions. Refused while readers have a story that shows one (QL058): that is withdrawn, redacted or changed first. What is
 * planned with one of them does not go out any more.
 *
 * ordered_by  the order that demands it, for the tombstone: 1 to 1000 characters
 * carried_out the user name of the person who carries it out
 *
 * Returns the files to be removed from the vault, also when it is asked again. Only the owner of the tables may run it.
 */
create function redact_picture(which uuid, ordered_by text, carried_out text) returns table (shelf text, file text)
language plpgsql set search_path = newsroom, pg_temp as $$
declare
  original bytea;
  who uuid;
  same uuid[];
begin
  select p.digest into original from picture p where p.id = which;
  if original is null then
    raise exception 'there is no such picture' using errcode = 'QL056';
  end if;
  lock table picture, picture_version, rendition in share row exclusive mode;
  select id into who from person where username = carried_out order by arrived_at desc limit 1;
  if who is null then
    raise exception 'there is no such person' using errcode = 'QL053';
  end if;
  same := array(select id from picture where digest = original order by id);

  with fresh as (
    insert into picture_redaction (picture, digest, renditions, ordered, by_person)
      select p.id, p.digest, array(select distinct r.digest from rendition r where r.picture = p.id), ordered_by, who
      from picture p where p.id = any (same) on conflict do nothing returning picture)
  insert into trail (chain, actor, act, details) select picture, who, 'picture.redacted', '{}' from fresh order by picture;

  alter table picture disable trigger user;
  update picture set version = 0, name = '', alt = '', credit = '', licence_end = null, words = '', shown_words = '',
      shown_licence_end = null, released = false
    where id = any (same);
  alter table picture enable trigger user;
  alter table picture_version disable trigger user;
  update picture_version set alt = '', credit = '', terms = '' where picture = any (same);
  alter table picture_version enable trigger user;
  alter table rendition disable trigger user;
  delete from rendition where picture = any (same);
  alter table rendition enable trigger user;

  -- After it, no release is on its way that could still show one.
  perform pg_advisory_xact_lock(7301172);
  if exists (select from standing s join picture_use u on u.article = s.article and u.revision = s.revision
       where s.live and u.picture = any (same)) then
    raise exception 'readers have a story that shows it' using errcode = 'QL058';
  end if;

  return query select 'originals', encode(original, 'hex')
    union
    select 'renditions', encode(file_digest, 'hex') from picture_redaction d cross join lateral unnest(d.renditions) file_digest
      where d.picture = any (same) and not exists (select from rendition r where r.digest = file_digest)
    order by 1, 2;
end $$;

revoke execute on function refuse_redacted_picture(), redact_picture(uuid, text, text) from public;
revoke all on picture_redaction from public;
grant select on picture_redaction to qalam_newsroom;
