-- Which kinds of findings a desk wants settled before a text is submitted (docs/desk.md, «Desks, sections»).

set search_path = newsroom, public;

alter table desk add column settled text[] not null default '{}' check (cardinality(settled) <= 20);
