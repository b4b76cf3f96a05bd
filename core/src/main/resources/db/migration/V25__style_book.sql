-- The house-style book (docs/language.md, «The house-style book»): words that are written otherwise here. What a rule says is
-- kept version by version; at most one version of it is live. Who may put one live is Java's: nothing of this reaches a reader
-- by itself.

set search_path = newsroom, public;

create table style_rule (
  word         text primary key check (length(word) between 1 and 64 and word !~ '\s'),
  version      integer not null default 1 check (version > 0),
  live_version integer check (live_version between 1 and version),
  live_by      uuid references person,
  live_since   timestamptz,
  retired_by   uuid references person,
  retired_at   timestamptz,
  check ((live_version is null) = (live_by is null) and (live_version is null) = (live_since is null)),
  check ((retired_at is null) = (retired_by is null)),
  check (live_version is null or retired_at is null)
);
create index style_rule_alphabet on style_rule (word collate "kk-x-icu", word);
create index style_rule_live on style_rule (word) where live_version is not null;

create table style_rule_version (
  word       text not null references style_rule,
  number     integer not null check (number > 0),
  instead    text not null check (length(instead) <= 100),
  reason     text not null check (length(reason) between 1 and 300),
  written_by uuid not null references person,
  written_at timestamptz not null default clock_timestamp(),
  primary key (word, number)
);

-- How often a rule was met while someone wrote, by day: numbers only, nothing of who or where.
create table style_hit (
  word text not null references style_rule,
  day  date not null default current_date,
  hits integer not null check (hits > 0),
  primary key (word, day)
);

-- Every process keeps the live rules and asks only whether this number is still the one that it read them by.
create table style_book (
  the_one boolean primary key default true check (the_one),
  version bigint not null default 0
);
insert into style_book default values;

create function turn_style_book() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  update style_book set version = version + 1;
  return null;
end $$;
create trigger turn_page after insert or update of live_version on style_rule for each row execute function turn_style_book();

revoke execute on function turn_style_book() from public;
grant select on style_rule, style_rule_version, style_hit, style_book to qalam_newsroom;
grant insert (word) on style_rule to qalam_newsroom;
grant update (version, live_version, live_by, live_since, retired_by, retired_at) on style_rule to qalam_newsroom;
grant insert (word, number, instead, reason, written_by) on style_rule_version to qalam_newsroom;
grant insert, update (hits) on style_hit to qalam_newsroom;
