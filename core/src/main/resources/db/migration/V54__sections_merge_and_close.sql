-- Sections are merged, moved to another address and closed (docs/desk.md, «Desks, sections»). A revision keeps the slug that was
-- written in it; what a slug means is said here, as it is of names of tags (V30). So neither changes a text or an approval.

set search_path = newsroom, public;

alter table section
  add column merged_into text references section,
  add column closed_at   timestamptz,
  add check (merged_into is distinct from slug),
  add check (merged_into is null or closed_at is null);

create function meant_section(said text) returns text
language sql stable security definer set search_path = newsroom, pg_temp as $$
  select coalesce((select merged_into from section where slug = said), said)
$$;

-- Whoever writes it: what leads somewhere leads to a section that stands.
create function guard_section() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if new.merged_into is not null and exists (select from section where slug = new.merged_into and merged_into is not null)
     or new.merged_into is not null and exists (select from section where merged_into = new.slug)
     or tg_op = 'UPDATE' and old.merged_into is not null and new.merged_into is null then
    raise exception 'a section leads to one that stands, for good' using errcode = 'QL073';
  end if;
  return new;
end $$;
create trigger guard before insert or update of merged_into on section for each row execute function guard_section();

-- A closed or merged section takes no story that has not been in it. After «complete», which reads the text.
create function enter_section() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if exists (select from section where slug = new.copy ->> 'section' and num_nonnulls(closed_at, merged_into) > 0)
     and not exists (select from revision r where r.article = new.article
       and meant_section(r.copy ->> 'section') = meant_section(new.copy ->> 'section')) then
    raise exception 'this section takes no story' using errcode = 'QL074';
  end if;
  return new;
end $$;
create trigger enter_section before insert on revision for each row execute function enter_section();

-- ---------------------------------------------------------------------------------------------- where stories stand

create function mean_section() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  new.section := meant_section(new.section);
  return new;
end $$;
create trigger mean_section before insert or update on standing for each row execute function mean_section();

-- A merge moves the seats itself, all at once.
drop trigger seat on standing;
create trigger seat after insert or update of last_release on standing for each row execute function seat_story();

-- Two lists become one, in the order in which their stories came. Under the release lock.
create function join_lists(list text, gone text, kept text) returns void
language plpgsql security definer set search_path = newsroom, pg_temp as $$
declare
  seats seat[];
begin
  if exists (select from seat where kind = list and name = gone) then
    select array_agg(row (list, kept, number, article, release, taken)::seat) into seats from (
      select row_number() over (order by min(s.release), s.article) as number, s.article, min(s.release) as release,
             bool_or(s.taken) as taken
      from seat s where s.kind = list and s.name in (gone, kept) group by s.article) placed;
    delete from seat where kind = list and name in (gone, kept);
    insert into seat select * from unnest(seats);
  end if;
end $$;

create or replace function merge_tags(gone uuid, kept uuid, who uuid) returns void
language plpgsql security definer set search_path = newsroom, pg_temp as $$
declare
  ending tag;
  staying tag;
begin
  perform require_tag_power(who);
  perform pg_advisory_xact_lock(7301172);
  perform require_tag_power(who);
  perform from tag where id in (gone, kept) order by id for update;
  select * into ending from tag where id = gone and merged_into is null;
  select * into staying from tag where id = kept and merged_into is null;
  if ending.id is null or staying.id is null or gone = kept then
    raise exception 'there are no two such tags' using errcode = 'QL062';
  end if;
  update tag_name set tag = kept where tag = gone;
  update tag_address set tag = kept where tag = gone;
  update tag set slug = null, merged_into = kept where id = gone;
  update tag set merged_into = kept where merged_into = gone;
  if staying.slug is null then
    update tag set slug = ending.slug where id = kept;
  end if;
  perform join_lists('TAG', gone::text, kept::text);
  perform note_tag_change(kept);
end $$;

-- ---------------------------------------------------------------------------------------------- acts

-- What stands on every page is an admin's, and nobody's while nothing goes out.
create function require_section_power(who uuid) returns void
language plpgsql stable security definer set search_path = newsroom, pg_temp as $$
begin
  if not exists (select from membership m join person p on p.id = m.person
       where m.person = who and m.role = 'ADMIN' and p.suspended_at is null) then
    raise exception 'only an admin disposes of sections' using errcode = 'QL075';
  end if;
  perform require_releases();
end $$;

-- Under the release lock, so that what is released meanwhile is seated before or after.
create function absorb_section(gone text, kept text) returns void
language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  update section set merged_into = kept where merged_into = gone;
  update section set merged_into = kept, closed_at = null where slug = gone;
  update standing set section = kept where section = gone;
  perform join_lists('SECTION', gone, kept);
  perform pg_notify('qalam_release', '0');
end $$;

create function merge_sections(gone text, kept text, who uuid) returns void
language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  perform require_section_power(who);
  perform pg_advisory_xact_lock(7301172);
  perform require_section_power(who);
  perform from section where slug in (gone, kept) order by slug for update;
  if gone = kept or not exists (select from section where slug = gone and merged_into is null)
     or not exists (select from section where slug = kept and merged_into is null and closed_at is null) then
    raise exception 'there are no two such sections' using errcode = 'QL076';
  end if;
  perform absorb_section(gone, kept);
end $$;

-- The same section at an address that no section ever had.
create function move_section(which text, address text, who uuid) returns void
language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  perform require_section_power(who);
  perform pg_advisory_xact_lock(7301172);
  perform require_section_power(who);
  perform from section where slug = which for update;
  insert into section (slug, name_kk, name_ru, name_en, position, closed_at)
    select address, name_kk, name_ru, name_en, position, closed_at from section where slug = which and merged_into is null
    on conflict do nothing;
  if not found then
    raise exception 'there is no such section, or no such address' using errcode = 'QL076';
  end if;
  perform absorb_section(which, address);
end $$;

create function close_section(which text, closing boolean, who uuid) returns void
language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  perform require_section_power(who);
  update section set closed_at = case when closing then coalesce(closed_at, clock_timestamp()) end
    where slug = which and merged_into is null;
  if not found then
    raise exception 'there is no such section' using errcode = 'QL076';
  end if;
  perform pg_notify('qalam_release', '0');
end $$;

-- ---------------------------------------------------------------------------------------------- what the site sees

-- Those that stand, each with the addresses that it has had.
create or replace view site.section with (security_barrier) as
  select s.slug, s.name_kk, s.name_ru, s.name_en, s.position, s.closed_at is not null as closed,
         array(select o.slug from newsroom.section o where o.merged_into = s.slug order by o.slug) as others
  from newsroom.section s where s.merged_into is null;

-- Addresses that lists have left, with the one they have now and the number of the last seat of that list.
create view site.list_moved with (security_barrier) as
  select '/tag/' || slug || '/' as path, '/tag/' || now || '/' as now, seats from site.tag_moved
  union all
  select '/' || s.slug || '/', '/' || s.merged_into || '/',
         coalesce((select max(t.number) from newsroom.seat t where t.kind = 'SECTION' and t.name = s.merged_into), 0)
  from newsroom.section s where s.merged_into is not null;

-- ---------------------------------------------------------------------------------------------- who may

revoke execute on function meant_section(text), guard_section(), enter_section(), mean_section(), join_lists(text, text, text),
  require_section_power(uuid), absorb_section(text, text), merge_sections(text, text, uuid), move_section(text, text, uuid),
  close_section(text, boolean, uuid) from public;
revoke all on site.list_moved from public;
revoke insert, update, delete on section from qalam_newsroom;
grant insert (slug, name_kk, name_ru, name_en, position), update (name_kk, name_ru, name_en, position) on section to qalam_newsroom;
grant execute on function merge_sections(text, text, uuid), move_section(text, text, uuid), close_section(text, boolean, uuid)
  to qalam_newsroom;
grant select on site.list_moved to qalam_site;
