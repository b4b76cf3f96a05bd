-- The desk's search: under which keys each story's current text is found (docs/language.md, «Searching stories»).

set search_path = newsroom, public;

-- Written in the transaction of the save. headline, opening (headline and lead) and words (all) are keys without places.
create table story_words (
  article  uuid primary key references article,
  revision integer not null check (revision > 0),
  analysis integer not null check (analysis > 0), -- by which rules; older ones are analysed anew
  headline tsvector not null,
  opening  tsvector not null,
  words    tsvector not null
);
-- A save must never be the one that empties a long list of pending words into the index.
create index story_words_found on story_words using gin (words) with (gin_pending_list_limit = 256);
-- Headlines are found here now; two indices for one question would cost every save.
drop index article_headline;

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

revoke execute on function forget_words(), guard_words(), with_russian_stems(text[]) from public;
grant select on story_words to qalam_newsroom;
grant insert (article, revision, analysis, headline, opening, words), update (revision, analysis, headline, opening, words)
  on story_words to qalam_newsroom;
grant execute on function with_russian_stems(text[]) to qalam_newsroom;
