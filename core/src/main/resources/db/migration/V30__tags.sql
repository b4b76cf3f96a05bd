-- Tags as things of their own (docs/tags.md). A revision keeps the strings that were written in it; what a string means is
-- said here: each name, whatever its capitals, is of one tag. So a rename or a merge changes no text.
-- A tag begins when someone starts it, or with the first release that carries its name: of drafts nothing is told.

set search_path = newsroom, public;

create table tag (
  id          uuid primary key,
  name        text not null check (length(name) between 1 and 100),
  slug        text unique,                        -- its address; none until it is first needed
  merged_into uuid references tag,
  stories     integer not null default 0 check (stories >= 0), -- live ones; kept by a trigger
  started_by  uuid references person,             -- none: a release
  started_at  timestamptz not null default clock_timestamp(),
  check (merged_into is distinct from id),
  check (merged_into is null or slug is null)
);
create index tag_alphabet on tag (name collate "kk-x-icu", id) where merged_into is null;
create index tag_most_used on tag (stories desc, id) where merged_into is null;

-- Every name that a text may carry, in small letters.
create table tag_name (
  key     text primary key check (length(key) between 1 and 100),
  name    text not null check (length(name) between 1 and 100),
  tag     uuid not null references tag,
  entered bigint not null generated always as identity
);
create index tag_name_of_tag on tag_name (tag);
create index tag_name_beginning on tag_name (key text_pattern_ops);
create index tag_name_newest on tag_name (entered);
create index tag_name_words on tag_name using gin (key gin_trgm_ops);

-- Every address that was ever given to a tag. None is ever given to another.
create table tag_address (
  slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 90),
  tag  uuid not null references tag
);
create index tag_address_of_tag on tag_address (tag);

-- What readers see of tags changes in this order; the site follows it as it follows releases.
create table tag_change (
  number bigint primary key check (number > 0),
  tag    uuid not null references tag,
  at     timestamptz not null default clock_timestamp()
);

create function tag_key(name text) returns text language sql immutable as $$ select lower(btrim(name)) $$;

-- ---------------------------------------------------------------------------------------------- lists

-- A tag's list is kept under the tag, not under what it is called.
create or replace function lists_of(copy jsonb, section text, first_at timestamptz) returns table (kind text, name text)
language sql stable set search_path = newsroom, pg_temp as $$
  select 'DAY', to_char(first_at at time zone 'Asia/Almaty', 'YYYY-MM-DD')
  union
  select 'SECTION', section where section is not null
  union
  select 'TAG', n.tag::text
    from jsonb_array_elements(case when jsonb_typeof(copy -> 'tags') = 'array' then copy -> 'tags' else '[]' end) said (value)
      join tag_name n on n.key = tag_key(said.value #>> '{}')
    where jsonb_typeof(said.value) = 'string'
  union
  select 'AUTHOR', lower(btrim(line ->> 'name'))
    from jsonb_array_elements(case when jsonb_typeof(copy -> 'bylines') = 'array' then copy -> 'bylines' else '[]' end) line
    where jsonb_typeof(line) = 'object' and length(btrim(line ->> 'name')) between 1 and 200
$$;

-- The tags that a released text is the first to name.
create function start_tags(copy jsonb) returns void
language plpgsql set search_path = newsroom, pg_temp as $$
declare
  said text;
  begun uuid;
begin
  for said in select distinct on (tag_key(j.value #>> '{}')) btrim(j.value #>> '{}')
      from jsonb_array_elements(case when jsonb_typeof(copy -> 'tags') = 'array' then copy -> 'tags' else '[]' end) j (value)
      where jsonb_typeof(j.value) = 'string' and length(btrim(j.value #>> '{}')) between 1 and 100
      order by tag_key(j.value #>> '{}') loop
    if not exists (select from tag_name where key = tag_key(said)) then
      begun := gen_random_uuid();
      insert into tag (id, name) values (begun, said);
      insert into tag_name (key, name, tag) values (tag_key(said), said, begun) on conflict do nothing;
      if not found then
        delete from tag where id = begun;
      end if;
    end if;
  end loop;
end $$;

-- Runs under the release lock, as everything that writes standings.
create or replace function seat_story() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
declare
  text_of jsonb;
  list record;
begin
  select copy into text_of from revision where article = new.article and number = new.revision;
  if new.live then
    perform start_tags(text_of);
  end if;
  update seat s set taken = new.live and (s.kind = 'CORRECTION'
      or exists (select from lists_of(text_of, new.section, new.first_at) l where (l.kind, l.name) = (s.kind, s.name)))
    where s.article = new.article;
  if new.live then
    for list in select l.kind, l.name from lists_of(text_of, new.section, new.first_at) l
        where not exists (select from seat s where s.article = new.article and (s.kind, s.name) = (l.kind, l.name))
        order by 1, 2 loop
      insert into seat (kind, name, number, article, release)
        select list.kind, list.name, coalesce(max(s.number), 0) + 1, new.article, new.last_release
        from seat s where s.kind = list.kind and s.name = list.name;
    end loop;
  end if;
  return null;
end $$;

-- What was released before there were tags: the lists go on under their tags, at the addresses that they have.
create temporary table begun on commit drop as
  select gen_random_uuid() as id, known.key, t.slug,
         coalesce(t.label, (select btrim(j.value #>> '{}') from revision r, jsonb_array_elements(r.copy -> 'tags') j (value)
           where r.article = known.article and jsonb_typeof(r.copy -> 'tags') = 'array' and tag_key(j.value #>> '{}') = known.key
           limit 1), known.key) as name
  from (select s.name as key, max(s.article::text)::uuid as article from seat s where s.kind = 'TAG' group by s.name) known
    left join site.topic t on t.kind = 'TAG' and t.name = known.key;
insert into tag (id, name, slug) select id, name, slug from begun;
insert into tag_name (key, name, tag) select key, name, id from begun;
insert into tag_address (slug, tag) select slug, id from begun where slug is not null;
update seat s set name = b.id::text from begun b where s.kind = 'TAG' and s.name = b.key;
update tag t set stories = (select count(*) from seat s where s.kind = 'TAG' and s.name = t.id::text and s.taken);
delete from site.topic where kind = 'TAG';
alter table site.topic drop constraint topic_kind_check, add constraint topic_kind_check check (kind = 'AUTHOR');

-- By statement: a merge moves many seats at once.
create function count_tags() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    update tag t set stories = t.stories + c.n from (
      select name::uuid as id, count(*) as n from after where kind = 'TAG' and taken group by name) c where t.id = c.id;
  elsif tg_op = 'DELETE' then
    update tag t set stories = t.stories - c.n from (
      select name::uuid as id, count(*) as n from before where kind = 'TAG' and taken group by name) c where t.id = c.id;
  else
    update tag t set stories = t.stories + c.n from (
      select id, sum(n) as n from (
        select name::uuid as id, count(*) as n from after where kind = 'TAG' and taken group by name
        union all
        select name::uuid, -count(*) from before where kind = 'TAG' and taken group by name) changed
      group by id having sum(n) <> 0) c where t.id = c.id;
  end if;
  return null;
end $$;
create trigger count_new after insert on seat referencing new table as after for each statement execute function count_tags();
create trigger count_gone after delete on seat referencing old table as before for each statement execute function count_tags();
create trigger count_changed after update on seat referencing old table as before new table as after
  for each statement execute function count_tags();

-- The working texts that the desk lists, by tag, whatever their capitals.
create function tag_keys(tags text[]) returns text[] language sql immutable as $$
  select coalesce(array_agg(lower(btrim(t))), '{}') from unnest(tags) t
$$;
alter table article add column tag_keys text[] generated always as (newsroom.tag_keys(tags)) stored;
create index article_by_tag_key on article using gin (tag_keys);
drop index article_by_tag;

-- ---------------------------------------------------------------------------------------------- acts

-- Editors and publishers of any desk, and admins, start tags: that shows nothing to readers.
create function may_start_tags(who uuid) returns boolean
language sql stable security definer set search_path = newsroom, pg_temp as $$
  select exists (select from membership m join person p on p.id = m.person
    where m.person = who and m.role in ('EDITOR', 'PUBLISHER', 'ADMIN') and p.suspended_at is null)
$$;

-- A name stands on pages that nobody approves again: only who decides on what goes out may change one, and nobody while
-- nothing goes out.
create function require_tag_power(who uuid) returns void
language plpgsql stable security definer set search_path = newsroom, pg_temp as $$
begin
  if not exists (select from membership m join person p on p.id = m.person
       where m.person = who and m.role in ('PUBLISHER', 'ADMIN') and p.suspended_at is null) then
    raise exception 'only a publisher or an admin names tags' using errcode = 'QL066';
  end if;
  if not may_release('UPDATE') then
    raise exception 'releases are stopped' using errcode = 'QL042';
  end if;
  if exists (select from house where held_at is not null) then
    raise exception 'this house publishes nothing until it is told to' using errcode = 'QL050';
  end if;
end $$;

-- The address for a name: one that the tag has had already, or the first that nobody has.
create function give_address(which uuid, stem text) returns text
language plpgsql set search_path = newsroom, pg_temp as $$
declare
  n integer := 1;
  tried text;
  whose uuid;
begin
  loop
    tried := stem || case when n = 1 then '' else '-' || n end;
    insert into tag_address (slug, tag) values (tried, which) on conflict do nothing;
    select tag into whose from tag_address where slug = tried;
    exit when whose = which;
    n := n + 1;
  end loop;
  update tag set slug = tried where id = which;
  return tried;
end $$;

create function note_tag_change(which uuid) returns void
language plpgsql set search_path = newsroom, pg_temp as $$
begin
  if exists (select from seat where kind = 'TAG' and name = which::text) then
    insert into tag_change (number, tag) select coalesce(max(number), 0) + 1, which from tag_change;
    perform pg_notify('qalam_release', '0');
  end if;
end $$;

create function start_tag(which uuid, called text, stem text, who uuid) returns void
language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if not may_start_tags(who) then
    raise exception 'only editors, publishers and admins start tags' using errcode = 'QL066';
  end if;
  insert into tag (id, name, started_by) values (which, called, who);
  insert into tag_name (key, name, tag) values (tag_key(called), called, which) on conflict do nothing;
  if not found then
    raise exception 'this name is a tag''s' using errcode = 'QL063';
  end if;
  perform give_address(which, stem);
end $$;

-- The names that it had stay its own, so that what was written is still understood. Under the release lock, so that what is
-- released meanwhile is seated before or after.
create function rename_tag(which uuid, called text, stem text, who uuid) returns void
language plpgsql security definer set search_path = newsroom, pg_temp as $$
declare
  one tag;
begin
  perform require_tag_power(who);
  perform pg_advisory_xact_lock(7301172);
  perform require_tag_power(who);
  select * into one from tag where id = which and merged_into is null for update;
  if one.id is null then
    raise exception 'there is no such tag' using errcode = 'QL062';
  end if;
  if exists (select from tag_name where key = tag_key(called) and tag <> which) then
    raise exception 'this name is a tag''s' using errcode = 'QL063';
  end if;
  if one.name = called then
    return;
  end if;
  insert into tag_name (key, name, tag) values (tag_key(called), called, which)
    on conflict (key) do update set name = excluded.name;
  update tag set name = called where id = which;
  perform give_address(which, stem);
  perform note_tag_change(which);
end $$;

-- The names and addresses of one become another's; their stories stand in one list, in the order in which they came.
create function merge_tags(gone uuid, kept uuid, who uuid) returns void
language plpgsql security definer set search_path = newsroom, pg_temp as $$
declare
  ending tag;
  staying tag;
  seats seat[];
begin
  perform require_tag_power(who);
  perform pg_advisory_xact_lock(7301172);
  perform require_tag_power(who);
  perform from tag where id in (gone, kept) order by id for update;
  select * into ending from tag where id = gone and merged_into is null;
  select * into staying from tag where id = kept and merged_into is null;
  if ending.id is null or staying.id is null or gone = kept then
    raise exception 'there are no two such tags' using errcode = 'QL062';
  end if;
  update tag_name set tag = kept where tag = gone;
  update tag_address set tag = kept where tag = gone;
  update tag set slug = null, merged_into = kept where id = gone;
  update tag set merged_into = kept where merged_into = gone;
  if staying.slug is null then
    update tag set slug = ending.slug where id = kept;
  end if;

  if exists (select from seat where kind = 'TAG' and name = gone::text) then
    select array_agg(row ('TAG', kept::text, number, article, release, taken)::seat) into seats from (
      select row_number() over (order by min(s.release), s.article) as number, s.article, min(s.release) as release,
             bool_or(s.taken) as taken
      from seat s where s.kind = 'TAG' and s.name in (gone::text, kept::text) group by s.article) placed;
    delete from seat where kind = 'TAG' and name in (gone::text, kept::text);
    insert into seat select * from unnest(seats);
  end if;
  perform note_tag_change(kept);
end $$;

-- ---------------------------------------------------------------------------------------------- what the site sees

-- The tags of what was released, by each of their names; of others nothing.
create view site.tag with (security_barrier) as
  select n.key, n.tag, t.name, t.slug from newsroom.tag_name n join newsroom.tag t on t.id = n.tag
  where exists (select from newsroom.seat s where s.kind = 'TAG' and s.name = n.tag::text);

-- Addresses that tags have left, with the one they have now and the number of the last seat of their list.
create view site.tag_moved with (security_barrier) as
  select a.slug, t.slug as now,
         (select max(s.number) from newsroom.seat s where s.kind = 'TAG' and s.name = t.id::text) as seats
  from newsroom.tag_address a join newsroom.tag t on t.id = a.tag
  where a.slug <> t.slug and exists (select from newsroom.seat s where s.kind = 'TAG' and s.name = t.id::text);

create view site.tag_change with (security_barrier) as
  select c.number, coalesce(t.merged_into, t.id) as tag from newsroom.tag_change c join newsroom.tag t on t.id = c.tag;

-- The site gives a tag that came by a release its address, when it is first printed.
create function site.address_tag(which uuid, stem text) returns text
language plpgsql security definer set search_path = newsroom, pg_temp as $$
declare
  one newsroom.tag;
begin
  select * into one from newsroom.tag where id = which and merged_into is null for update;
  if one.id is null or one.slug is not null then
    return one.slug;
  end if;
  if not exists (select from newsroom.seat where kind = 'TAG' and name = which::text) then
    return null;
  end if;
  return newsroom.give_address(which, stem);
end $$;

-- How far a target has followed the changes of tags.
alter table site.target add column tags bigint not null default 0;

-- ---------------------------------------------------------------------------------------------- who may

revoke execute on function tag_key(text), start_tags(jsonb), count_tags(), tag_keys(text[]), may_start_tags(uuid),
  require_tag_power(uuid), give_address(uuid, text), note_tag_change(uuid), start_tag(uuid, text, text, uuid),
  rename_tag(uuid, text, text, uuid), merge_tags(uuid, uuid, uuid), site.address_tag(uuid, text) from public;
revoke all on tag, tag_name, tag_address, tag_change, site.tag, site.tag_moved, site.tag_change from public;

grant select on tag, tag_name, tag_address, tag_change to qalam_newsroom;
grant execute on function tag_key(text), tag_keys(text[]), start_tag(uuid, text, text, uuid), rename_tag(uuid, text, text, uuid),
  merge_tags(uuid, uuid, uuid) to qalam_newsroom;
grant select on site.tag, site.tag_moved, site.tag_change to qalam_site;
grant execute on function site.address_tag(uuid, text) to qalam_site;
