-- A note at a passage of the headline or the lead, which are no blocks (docs/writing.md).

set search_path = newsroom, public;

alter table note add column field text check (field in ('headline', 'lead'));
alter table note drop constraint note_check; -- of V3: quoted and block come together
alter table note add constraint note_stands_once check (num_nonnulls(block, field) = (quoted is not null)::integer);

-- Guards a note's place beside «guard», which keeps the rest of it.
create function guard_note_place() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if new.field is distinct from old.field then
    raise exception 'a note stays where it stands' using errcode = 'QL001';
  end if;
  return new;
end $$;
create trigger guard_place before update on note for each row execute function guard_note_place();

revoke execute on function guard_note_place() from public;
grant insert (field) on note to qalam_newsroom;

-- What stands at the root of the site is no section's address: the same list as the newsroom refuses by.
alter table section drop constraint section_not_of_the_site;
alter table section add constraint section_not_of_the_site check (slug not in ('latn', 'arab', 'tag', 'tags', 'search',
  'feed', 'atom', 'sitemap', 'robots', 'assets', 'author', 'authors', 'archive', 'corrections'));
