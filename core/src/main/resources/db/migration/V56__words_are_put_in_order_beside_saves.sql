-- New words of stories wait in a list of the index until they are put in order. A save that filled its 64 kB did that for
-- all before it, while its writer waited. Now the newsroom does it beside the saves, every moment in which there were some
-- (docs/desk.md, «How fast»); only a list of 8 MB, which no desk fills in that time, would still be a save's to empty.

set search_path = newsroom, public;

alter index story_words_found set (gin_pending_list_limit = 8192);

-- How many pages of words waited. Only the owner of an index may ask for it.
create function order_words() returns bigint language sql security definer set search_path = newsroom, pg_temp as $$
  select gin_clean_pending_list('story_words_found'::regclass)
$$;

revoke execute on function order_words() from public;
grant execute on function order_words() to qalam_newsroom;
