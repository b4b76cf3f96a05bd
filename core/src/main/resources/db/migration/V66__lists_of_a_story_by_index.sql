-- Each release asks on which lists a story stands, and each approval whether it has been planned already: both looked through
-- all there ever were. Partial indexes do not serve a question that does not name their condition.
set search_path = newsroom, public;

create index seat_by_article on seat (article);
drop index seat_corrections;

create index edition_by_approval on edition (approval);

-- The stories between two first releases, live or not, for a sitemap; the newest that are live stand among them.
create index standing_by_first_release on standing (first_release desc);
drop index standing_newest;
