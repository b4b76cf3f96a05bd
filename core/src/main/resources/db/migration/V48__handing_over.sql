-- A story may be handed on (docs/desk.md, «Handing a story over»): to an author of its desk, and to nobody else. Of V1 only
-- guard_article is replaced.

set search_path = newsroom, public;

create or replace function guard_article() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if new.author is distinct from old.author
     and (new.author is null or not is_member(new.author, new.desk, 'AUTHOR')) then
    raise exception 'a story is an author''s of its desk' using errcode = 'QL001';
  end if;
  return new;
end $$;

-- Who may be given one; also what a desk's page asks.
create index membership_at_desk on membership (desk, role, person);
