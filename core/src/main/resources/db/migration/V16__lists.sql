-- What the desk's lists are narrowed and ordered by: an index for each; the views that a person keeps. Of V1 only
-- follow_revision is replaced: it keeps a story's tags beside its headline and section.

set search_path = newsroom, public;

alter table article add column tags text[] not null default '{}';
update article a set tags = array(select jsonb_array_elements_text(r.copy -> 'tags'))
  from revision r where r.article = a.id and r.number = a.revision and jsonb_typeof(r.copy -> 'tags') = 'array' and r.copy -> 'tags' <> '[]';
create index article_by_tag on article using gin (tags);
create index article_waiting on article (changed_at, id) where stage = 'IN_REVIEW';
create index edition_pending_of_article on edition (article) where state in ('PLANNED', 'HELD');

create or replace function follow_revision() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  update review set verdict = 'RECALLED', decided_by = new.author, decided_at = clock_timestamp()
    where article = new.article and verdict is null;
  update article set revision = new.number, stage = 'DRAFT', changed_at = new.written_at,
      headline = coalesce(new.copy ->> 'headline', ''), section = new.copy ->> 'section',
      language = coalesce(new.copy ->> 'language', 'kk'),
      tags = case when jsonb_typeof(new.copy -> 'tags') = 'array'
        then array(select jsonb_array_elements_text(new.copy -> 'tags')) else '{}' end
    where id = new.article;
  return null;
end $$;

-- The trail of the whole newsroom, for admins.
drop index trail_by_time;
create index trail_by_time on trail (at desc, chain desc, seq desc);
drop index trail_by_actor;
create index trail_by_actor on trail (actor, at desc, chain desc, seq desc);
create index trail_by_act on trail (act, at desc, chain desc, seq desc);

create index delivery_newest on site.delivery (release desc, receiver);
create index delivery_by_state on site.delivery (state, release desc, receiver) where state <> 'DELIVERED';

create table saved_view (
  person uuid not null references person,
  name   text not null check (length(name) between 1 and 60),
  query  text not null check (length(query) <= 1000),
  kept_at timestamptz not null default clock_timestamp(),
  primary key (person, name)
);
grant select, insert, update, delete on saved_view to qalam_newsroom;
