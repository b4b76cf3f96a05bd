-- An unsaved text of a story that was never saved keeps the desk that its writer chose for it: whoever goes on from it must not
-- start the story at another (docs/writing.md).

set search_path = newsroom, public;

alter table working_text add column desk uuid references desk;
grant insert (desk), update (desk) on working_text to qalam_newsroom;
