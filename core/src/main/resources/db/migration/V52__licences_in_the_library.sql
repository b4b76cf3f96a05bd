-- The library by what a licence says (docs/pictures.md, «Licences»): of each picture the end that whoever looks sees.

set search_path = newsroom, public;

alter table picture add column shown_licence_end timestamptz;

-- Of V49, and with the end.
create or replace function show_versions() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  insert into version_shown (picture, version)
    select distinct picture, version from picture_use where article = new.article and revision = new.revision
    on conflict do nothing;
  update picture p set shown_version = v.number, shown_words = lower(concat_ws(' ', v.alt, v.credit, p.name)),
      shown_licence_end = v.licence_end
    from (select picture, max(version) as version from picture_use where article = new.article and revision = new.revision
          group by picture) u
      join picture_version v on v.picture = u.picture and v.number = u.version
    where p.id = u.picture and (p.shown_words = '' or v.number > p.shown_version);
  return null;
end $$;

update picture p set shown_licence_end = v.licence_end
  from picture_version v where p.released and v.picture = p.id and v.number = p.shown_version and v.licence_end is not null;

create index picture_licence_of_desk on picture (desk, licence_end, id) where licence_end is not null;
create index picture_licence_shown on picture (shown_licence_end, id) where released and shown_licence_end is not null;
