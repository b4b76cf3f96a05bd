-- The desk's search: under which keys each story's current text is found (docs/language.md, «Searching stories»), and by what
-- marks two texts are seen to be nearly the same («Nearly the same text»).

set search_path = newsroom, public;

-- Written in the transaction of the save. headline, opening (headline and lead) and words (all) are keys without places.
-- Room is left in each page, so that a save which changes no words touches no index.
create table story_words (
  article  uuid primary key references article,
  revision integer not null check (revision > 0),
  analysis integer not null check (analysis > 0), -- by which rules; older ones are analysed anew
  headline tsvector not null,
  opening  tsvector not null,
  words    tsvector not null,
  sketch   integer[] not null check (cardinality(sketch) in (0, 48))
) with (fillfactor = 80);
-- A save must never be the one that empties a long list of pending words into the index.
create index story_words_found on story_words using gin (words) with (gin_pending_list_limit = 64);
-- Headlines are found here now; two indices for one question would cost every save.
drop index article_headline;

-- Marks that texts which are nearly the same have in common, newest stories of a mark together.
create table story_mark (
  article uuid not null references story_words on delete cascade,
  mark    bigint not null,
  primary key (article, mark)
);
create index story_mark_met on story_mark (mark, article desc);

-- Words are keys of a revision's text: they go when the text goes, whoever takes it out and however.
create function forget_words() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  delete from story_words where article = old.article and revision = old.number;
  return null;
end $$;
create trigger forget after update of bytes on revision for each row when (new.bytes is null) execute function forget_words();

-- Words are of a revision that has its text: a late hand does not bring back what was taken out.
create function guard_words() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if not exists (select from revision where article = new.article and number = new.revision and bytes is not null) then
    raise exception 'words are of a text' using errcode = 'QL061';
  end if;
  return new;
end $$;
create trigger guard before insert or update of revision on story_words for each row execute function guard_words();

-- The words with the stems of those that are Russian beside them.
create function with_russian_stems(words text[]) returns text[] language sql stable set search_path = newsroom, pg_temp as $$
  select coalesce(array_agg(w), '{}') from (
    select w from unnest(words) w
    union
    select (ts_lexize('pg_catalog.russian_stem', w))[1] from unnest(words) w
      where w ~ '^[а-яё]+$' and cardinality(ts_lexize('pg_catalog.russian_stem', w)) > 0
  ) known where w <> ''
$$;

-- Which share of the stories PostgreSQL expects to have these words, 0 to 1. Volatile, because explain asks it.
create function share_of_stories(sought tsquery) returns double precision language plpgsql
set search_path = newsroom, pg_temp as $$
declare
  foretold json;
begin
  execute format('explain (format json) select from story_words where words @@ %L::tsquery', sought) into foretold;
  return least(1, (foretold -> 0 -> 'Plan' ->> 'Plan Rows')::float8
    / greatest(1, (select reltuples from pg_class where oid = 'story_words'::regclass)));
end $$;

-- The stories that have these words, by the index whatever the planner holds of it: it does not count what it costs to
-- unpack the words of each story.
create function stories_with(sought tsquery) returns setof uuid language sql stable rows 10
set search_path = newsroom, pg_temp set enable_seqscan = off as $$
  select article from story_words where words @@ sought
$$;

revoke execute on function forget_words(), guard_words(), with_russian_stems(text[]), share_of_stories(tsquery),
  stories_with(tsquery) from public;
grant select on story_words, story_mark to qalam_newsroom;
grant insert (article, revision, analysis, headline, opening, words, sketch),
  update (revision, analysis, headline, opening, words, sketch) on story_words to qalam_newsroom;
grant insert, delete on story_mark to qalam_newsroom;
grant execute on function with_russian_stems(text[]), share_of_stories(tsquery), stories_with(tsquery) to qalam_newsroom;
