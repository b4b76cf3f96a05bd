-- The same move with many stories, asked for under an id so that a retry does nothing twice (docs/api.md).

set search_path = newsroom, public;

create table batch (
  person  uuid not null references person,
  id      uuid not null,
  request bytea not null check (length(request) = 32), -- digest of what was asked
  at      timestamptz not null default clock_timestamp(),
  primary key (person, id)
);

-- Written in the transaction that made the move.
create table batch_done (
  person  uuid not null,
  id      uuid not null,
  article uuid not null references article,
  primary key (person, id, article),
  foreign key (person, id) references batch on delete cascade
);

revoke all on batch, batch_done from public;
grant select, delete on batch to qalam_newsroom;
grant insert (person, id, request) on batch to qalam_newsroom;
grant select, insert on batch_done to qalam_newsroom;
