-- Pictures: originals by digest, versions that fix what a reader sees of them, renditions made once, and which revision
-- shows which version. A revision names only versions that are there, and nothing goes out with a licence that has ended.
-- No function of V1 is replaced: what is new is said by triggers of its own.

set search_path = newsroom, public;

create table picture (
  id          uuid primary key,
  desk        uuid not null references desk,
  digest      bytea not null unique check (length(digest) = 32),
  kind        text not null check (kind in ('JPEG', 'PNG', 'WEBP')),
  bytes       integer not null check (bytes between 1 and 20971520),
  width       integer not null check (width > 0),
  height      integer not null check (height > 0),
  name        text not null default '' check (length(name) <= 255),
  uploaded_by uuid not null references person,
  uploaded_at timestamptz not null default clock_timestamp(),
  check (width::bigint * height <= 50000000),
  -- kept by triggers, for lists
  version     integer not null default 0,
  alt         text not null default '',
  credit      text not null default '',
  licence_end timestamptz,
  words       text not null default '',
  released    boolean not null default false
);
create index picture_of_desk on picture (desk, id desc);
create index picture_released on picture (id desc) where released;
create index picture_words on picture using gin (words gin_trgm_ops);

-- Whoever brought these very bytes has the picture, whoever brought them first.
create table picture_holder (
  person  uuid not null references person,
  picture uuid not null references picture,
  primary key (person, picture)
);
create index picture_held on picture_holder (picture);

-- Places are in ten-thousandths of the picture as it is seen. «frame» is what a story shows, «wide» what lists show.
create table picture_version (
  picture     uuid not null references picture,
  number      integer not null check (number > 0),
  parent      integer generated always as (nullif(number - 1, 0)) stored,
  focus_x     integer not null check (focus_x between 0 and 10000),
  focus_y     integer not null check (focus_y between 0 and 10000),
  frame_x     integer not null check (frame_x >= 0),
  frame_y     integer not null check (frame_y >= 0),
  frame_w     integer not null check (frame_w between 1 and 10000 - frame_x),
  frame_h     integer not null check (frame_h between 1 and 10000 - frame_y),
  wide_x      integer not null check (wide_x >= 0),
  wide_y      integer not null check (wide_y >= 0),
  wide_w      integer not null check (wide_w between 1 and 10000 - wide_x),
  wide_h      integer not null check (wide_h between 1 and 10000 - wide_y),
  alt         text not null check (length(alt) <= 500),
  credit      text not null check (length(credit) <= 200),
  licence     text not null check (licence in ('OWN', 'AGENCY', 'HANDOUT', 'CREATIVE_COMMONS', 'PUBLIC_DOMAIN', 'OTHER')),
  terms       text not null check (length(terms) <= 500),
  licence_end timestamptz,
  made_by     uuid not null references person,
  made_at     timestamptz not null default clock_timestamp(),
  digest      bytea not null default '',
  primary key (picture, number),
  foreign key (picture, parent) references picture_version (picture, number)
);
create index picture_licence_end on picture_version (licence_end) where licence_end is not null;

-- A finished file of one place of a picture. The same place is never made twice, whatever the versions say beside it.
create table rendition (
  picture uuid not null references picture,
  x       integer not null,
  y       integer not null,
  w       integer not null,
  h       integer not null,
  width   integer not null check (width > 0),
  height  integer not null check (height > 0),
  format  text not null check (format in ('WEBP', 'JPEG')),
  digest  bytea not null check (length(digest) = 32),
  bytes   integer not null check (bytes > 0),
  primary key (picture, x, y, w, h, width, format)
);

-- Written by a trigger from each revision's copy.
create table picture_use (
  article  uuid not null,
  revision integer not null,
  picture  uuid not null,
  version  integer not null,
  main     boolean not null,
  primary key (article, revision, picture, version, main),
  foreign key (article, revision) references revision
);
create index picture_used on picture_use (picture, article, revision);

-- ---------------------------------------------------------------------------------------------- guarantees

create trigger guard before update or delete on picture_version for each row execute function refuse_change();
create trigger guard_all before truncate on picture_version execute function refuse_change();
create trigger guard before update or delete on rendition for each row execute function refuse_change();
create trigger guard_all before truncate on rendition execute function refuse_change();
create trigger guard before delete on picture for each row execute function refuse_change();
create trigger guard_all before truncate on picture execute function refuse_change();

-- What a picture is stays; only what triggers keep for lists moves.
create function guard_picture() returns trigger language plpgsql set search_path = newsroom, pg_temp as $$
begin
  if (new.id, new.desk, new.digest, new.kind, new.bytes, new.width, new.height, new.name, new.uploaded_by, new.uploaded_at)
     is distinct from
     (old.id, old.desk, old.digest, old.kind, old.bytes, old.width, old.height, old.name, old.uploaded_by, old.uploaded_at) then
    raise exception 'a picture stays as it is' using errcode = 'QL001';
  end if;
  return new;
end $$;
create trigger guard_what_it_is before update on picture for each row execute function guard_picture();

-- A version is complete when it begins: its files are there before anyone can name it.
create function complete_picture_version() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  perform from picture where id = new.picture for no key update;
  if not exists (select from rendition r where r.picture = new.picture
       and (r.x, r.y, r.w, r.h) = (new.frame_x, new.frame_y, new.frame_w, new.frame_h))
     or not exists (select from rendition r where r.picture = new.picture
       and (r.x, r.y, r.w, r.h) = (new.wide_x, new.wide_y, new.wide_w, new.wide_h)) then
    raise exception 'a version has its renditions' using errcode = 'QL022';
  end if;
  new.number := 1 + coalesce((select max(number) from picture_version where picture = new.picture), 0);
  new.made_at := clock_timestamp();
  new.digest := sha256(convert_to(concat_ws('|', (select encode(digest, 'hex') from picture where id = new.picture),
    new.number, new.focus_x, new.focus_y, new.frame_x, new.frame_y, new.frame_w, new.frame_h,
    new.wide_x, new.wide_y, new.wide_w, new.wide_h, length(new.alt), new.alt, length(new.credit), new.credit,
    new.licence, length(new.terms), new.terms, extract(epoch from new.licence_end)), 'UTF8'));
  return new;
end $$;
create trigger complete before insert on picture_version for each row execute function complete_picture_version();

create function follow_picture_version() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  update picture set version = new.number, alt = new.alt, credit = new.credit, licence_end = new.licence_end,
      words = lower(concat_ws(' ', new.alt, new.credit, name))
    where id = new.picture;
  return null;
end $$;
create trigger follow after insert on picture_version for each row execute function follow_picture_version();

-- The pictures that a copy names: the main one, those of image and gallery blocks, also within factboxes.
create function pictures_of(copy jsonb) returns table (picture uuid, version integer, main boolean)
language sql immutable set search_path = newsroom, pg_temp as $$
  select distinct (p.value ->> 'id')::uuid, (p.value ->> 'version')::integer, p.main from (
    select jsonb_path_query(copy, '$.picture ? (@.id.type() == "string")') as value, true as main
    union all
    select jsonb_path_query(copy, '$.body.content[*] ? (@.type == "image").attrs'), false
    union all
    select jsonb_path_query(copy, '$.body.content[*] ? (@.type == "gallery").attrs.pictures[*]'), false
    union all
    select jsonb_path_query(copy, '$.body.content[*] ? (@.type == "factbox").content[*] ? (@.type == "image").attrs'), false
    union all
    select jsonb_path_query(copy, '$.body.content[*] ? (@.type == "factbox").content[*] ? (@.type == "gallery").attrs.pictures[*]'), false
  ) p
$$;

-- A version that is not there yet could become anything after it was approved: no revision names one.
create function note_pictures() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  insert into picture_use (article, revision, picture, version, main)
    select new.article, new.number, p.picture, p.version, p.main from pictures_of(new.copy) p;
  if found and exists (select from picture_use u where u.article = new.article and u.revision = new.number
       and not exists (select from picture_version v where v.picture = u.picture and v.number = u.version)) then
    raise exception 'a revision shows pictures that are there' using errcode = 'QL021';
  end if;
  return null;
end $$;
create trigger pictures after insert on revision for each row execute function note_pictures();

-- Until when a revision may be shown: the first end of a licence; at no time if a picture is not there.
create function rights_end(of_article uuid, of_revision integer) returns timestamptz
language sql stable security definer set search_path = newsroom, pg_temp as $$
  select min(case when v.picture is null then '-infinity'::timestamptz else v.licence_end end)
  from picture_use u left join picture_version v on v.picture = u.picture and v.number = u.version
  where u.article = of_article and u.revision = of_revision
$$;

-- Fires after «guard». What is planned is planned within the licences. An edition that release_due() could not release
-- for a licence that ended meanwhile is held, with the reason: it is not tried again and again, and blocks nobody.
create function judge_rights() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if new.kind = 'WITHDRAWAL' or new.state <> 'PLANNED' then
    return new;
  end if;
  if tg_op = 'UPDATE' then
    if new.attempts > old.attempts and new.fault = 'QL020' then
      new.state := 'HELD';
      new.hold_reason := 'Суреттің лицензиясы біткен';
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
create trigger rights before insert or update on edition for each row execute function judge_rights();

-- The last look, under the release lock.
create function judge_release() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if new.kind <> 'WITHDRAWAL' then
    if rights_end(new.article, new.revision) <= clock_timestamp() then
      raise exception 'a licence of a picture has ended' using errcode = 'QL020';
    end if;
    update picture set released = true where not released and id in (
      select picture from picture_use where article = new.article and revision = new.revision);
  end if;
  return new;
end $$;
create trigger rights before insert on release for each row execute function judge_release();

-- What was written before there were pictures may name some that never were: it cannot go out as it is.
insert into picture_use (article, revision, picture, version, main)
  select r.article, r.number, p.picture, p.version, p.main from revision r, pictures_of(r.copy) p where r.copy is not null;

-- ---------------------------------------------------------------------------------------------- what the site sees

-- Pictures of what is live, as it is live; nothing of others, and of no original.
create view site.picture with (security_barrier) as
  select s.article, u.picture, u.version, u.main, v.alt, v.credit
  from newsroom.standing s
    join newsroom.picture_use u on u.article = s.article and u.revision = s.revision
    join newsroom.picture_version v on v.picture = u.picture and v.number = u.version
  where s.live;

create view site.rendition with (security_barrier) as
  select s.article, u.picture, u.version, false as wide, r.width, r.height, r.format, r.digest, r.bytes
  from newsroom.standing s
    join newsroom.picture_use u on u.article = s.article and u.revision = s.revision
    join newsroom.picture_version v on v.picture = u.picture and v.number = u.version
    join newsroom.rendition r on r.picture = v.picture
      and (r.x, r.y, r.w, r.h) = (v.frame_x, v.frame_y, v.frame_w, v.frame_h)
  where s.live
  union all
  select s.article, u.picture, u.version, true, r.width, r.height, r.format, r.digest, r.bytes
  from newsroom.standing s
    join newsroom.picture_use u on u.article = s.article and u.revision = s.revision
    join newsroom.picture_version v on v.picture = u.picture and v.number = u.version
    join newsroom.rendition r on r.picture = v.picture
      and (r.x, r.y, r.w, r.h) = (v.wide_x, v.wide_y, v.wide_w, v.wide_h)
  where s.live and u.main;

-- ---------------------------------------------------------------------------------------------- who may

revoke execute on function guard_picture(), complete_picture_version(), follow_picture_version(), pictures_of(jsonb),
  note_pictures(), rights_end(uuid, integer), judge_rights(), judge_release() from public;
revoke all on picture, picture_holder, picture_version, rendition, picture_use, site.picture, site.rendition from public;

grant select on picture, picture_holder, picture_version, rendition, picture_use to qalam_newsroom;
grant insert (id, desk, digest, kind, bytes, width, height, name, uploaded_by) on picture to qalam_newsroom;
grant insert on picture_holder to qalam_newsroom;
grant insert (picture, number, focus_x, focus_y, frame_x, frame_y, frame_w, frame_h, wide_x, wide_y, wide_w, wide_h,
  alt, credit, licence, terms, licence_end, made_by) on picture_version to qalam_newsroom;
grant insert on rendition to qalam_newsroom;
grant execute on function rights_end(uuid, integer) to qalam_newsroom;

grant select on site.picture, site.rendition to qalam_site;
