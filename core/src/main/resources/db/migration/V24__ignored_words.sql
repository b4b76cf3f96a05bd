-- The words that the newsroom's proofreader leaves alone. A row is said once and taken back whole: who said it stays true.

set search_path = newsroom, public;

create table ignored_word (
  word       text primary key check (length(word) between 1 and 64 and word !~ '\s'),
  ignored_by uuid not null references person,
  ignored_at timestamptz not null default clock_timestamp()
);
create index ignored_word_alphabet on ignored_word (word collate "kk-x-icu", word);

grant select, delete on ignored_word to qalam_newsroom;
grant insert (word, ignored_by) on ignored_word to qalam_newsroom;
