-- Where stories stand, and nothing of what they say: a search asks it of ten stories for each page of results, and site.story
-- joins three tables more for that.

set search_path = newsroom, public;

create view site.place with (security_barrier) as
  select s.article, s.path, s.live and h.held_at is null as live, s.section, s.first_at, s.last_release
  from newsroom.standing s cross join newsroom.house h;

revoke all on site.place from public;
grant select on site.place to qalam_site;
