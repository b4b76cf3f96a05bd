-- Where each story stands in the site's lists (docs/site.md, «Lists»). A list is numbered from its oldest story; a story keeps
-- its seat for ever, so that no page number of a list ever shifts, whatever is withdrawn or moved out of it.

set search_path = newsroom, public;

alter table section add constraint section_not_of_the_site check (slug not in ('corrections', 'authors', 'tags'));

create table seat (
  kind    text not null check (kind in ('SECTION', 'TAG', 'AUTHOR', 'DAY', 'CORRECTION')),
  name    text not null,
  number  integer not null check (number > 0),
  article uuid not null references article,
  release bigint not null,                -- that brought it there
  taken   boolean not null default true,  -- false: the story left this list, or is not live
  primary key (kind, name, number)
);
create unique index seat_of_article on seat (article, kind, name) where kind <> 'CORRECTION';
create index seat_taken on seat (kind, name, number) where taken;
create index seat_corrections on seat (article) where kind = 'CORRECTION';

-- The lists that a released text belongs to. Whatever a text says, this answers: it runs within a release.
create function lists_of(copy jsonb, section text, first_at timestamptz) returns table (kind text, name text)
language sql immutable set search_path = newsroom, pg_temp as $$
  select 'DAY', to_char(first_at at time zone 'Asia/Almaty', 'YYYY-MM-DD')
  union
  select 'SECTION', section where section is not null
  union
  select 'TAG', lower(btrim(tag #>> '{}'))
    from jsonb_array_elements(case when jsonb_typeof(copy -> 'tags') = 'array' then copy -> 'tags' else '[]' end) tag
    where jsonb_typeof(tag) = 'string' and length(btrim(tag #>> '{}')) between 1 and 100
  union
  select 'AUTHOR', lower(btrim(line ->> 'name'))
    from jsonb_array_elements(case when jsonb_typeof(copy -> 'bylines') = 'array' then copy -> 'bylines' else '[]' end) line
    where jsonb_typeof(line) = 'object' and length(btrim(line ->> 'name')) between 1 and 200
$$;

-- Runs under the release lock, as everything that writes standings.
create function seat_story() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
declare
  text_of jsonb;
  list record;
begin
  select copy into text_of from revision where article = new.article and number = new.revision;
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

create function seat_correction() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  insert into seat (kind, name, number, article, release)
    select 'CORRECTION', '', coalesce(max(s.number), 0) + 1, new.article, new.number
    from seat s where s.kind = 'CORRECTION' and s.name = '';
  return null;
end $$;

-- What was released before there were lists, in the order in which it came.
insert into seat (kind, name, number, article, release, taken)
  select kind, name, row_number() over (partition by kind, name order by release), article, release, bool_or(now)
  from (
    select l.kind, l.name, r.article, min(r.number) as release,
           bool_or(s.live and s.revision = r.revision) as now
    from release r join standing s on s.article = r.article
      join revision v on v.article = r.article and v.number = r.revision
      cross join lateral lists_of(v.copy, v.copy ->> 'section', s.first_at) l
    where r.kind <> 'WITHDRAWAL'
    group by l.kind, l.name, r.article) placed
  group by kind, name, article, release;
insert into seat (kind, name, number, article, release, taken)
  select 'CORRECTION', '', row_number() over (order by r.number), r.article, r.number, s.live
  from release r join standing s on s.article = r.article where r.kind = 'CORRECTION';

create trigger seat after insert or update on standing for each row execute function seat_story();
create trigger seat after insert on release for each row when (new.kind = 'CORRECTION') execute function seat_correction();

create view site.seat with (security_barrier) as
  select kind, name, number, article, release, taken from newsroom.seat;

-- The address of a tag's or an author's list: allotted once by the site, kept for ever.
create table site.topic (
  kind  text not null check (kind in ('TAG', 'AUTHOR')),
  slug  text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 90),
  name  text not null check (length(name) between 1 and 200),
  label text not null check (length(label) between 1 and 200),
  primary key (kind, slug),
  unique (kind, name)
);

revoke execute on function lists_of(jsonb, text, timestamptz), seat_story(), seat_correction() from public;
grant select on seat to qalam_newsroom;
grant select on site.topic to qalam_newsroom;
grant select on site.seat to qalam_site;
grant select, insert on site.topic to qalam_site;
