-- A held house shows readers nothing new (ADR 64): it may hold what was withdrawn or redacted since its backup. The site is told
-- that it is held, and is given no text until it is resumed.

set search_path = newsroom, public;

create view site.house with (security_barrier) as select held_at is not null as held from newsroom.house;

create or replace view site.story with (security_barrier) as
  select s.article, s.path, s.live, s.section, s.language, s.revision, s.first_release, s.last_release, s.first_at, s.last_at,
         case when s.live and (select held_at is null from newsroom.house) then v.bytes end as copy,
         case when s.live then v.digest end as digest,
         r.kind, r.notice, a.imported_views, a.imported_comments
  from newsroom.standing s
    join newsroom.release r on r.number = s.last_release
    join newsroom.revision v on v.article = s.article and v.number = s.revision
    join newsroom.article a on a.id = s.article;

revoke all on site.house from public;
grant select on site.house to qalam_site;
