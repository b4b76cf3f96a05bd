-- A redaction takes out what else was kept of a text: the notes at its passages and the pictures that it showed go with its
-- bytes; the lists that only it belonged to go once every site has followed its withdrawal, because the site finds by them
-- which pages to print again. redact() itself is not replaced.

set search_path = newsroom, public;

create table redaction_rest (
  article uuid primary key references article
);

create function forget_text() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  delete from picture_use where article = new.article and revision = new.number;
  delete from note where article = new.article and revision = new.number;
  insert into redaction_rest (article) values (new.article) on conflict do nothing;
  return null;
end $$;

create trigger forget_rest after update of bytes on revision
  for each row when (new.bytes is null and old.bytes is not null) execute function forget_text();

-- Of V3: a note goes with the passage that it is about, and in no other way.
create or replace function guard_note() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if exists (select from redaction d where d.article = old.article and d.revision = old.revision) then
      return old;
    end if;
    raise exception 'a note stays' using errcode = 'QL001';
  end if;
  if tg_op = 'INSERT' then
    if (select count(*) from note where article = new.article) >= 1000 then
      raise exception 'too many notes' using errcode = 'QL012';
    end if;
    new.written_at := clock_timestamp();
    new.resolved_by := null;
    new.resolved_at := null;
    return new;
  end if;
  if old.resolved_by is not null or new.resolved_by is null
     or (new.id, new.article, new.revision, new.block, new.start_at, new.end_at, new.quoted, new.said, new.author, new.written_at)
        is distinct from
        (old.id, old.article, old.revision, old.block, old.start_at, old.end_at, old.quoted, old.said, old.author, old.written_at) then
    raise exception 'a note is resolved once and says what it said' using errcode = 'QL001';
  end if;
  new.resolved_at := clock_timestamp();
  return new;
end $$;

-- The seats, tags and addresses of authors that nothing but a redacted text named. Returns how many stories are done.
create function sweep_redacted() returns integer
language plpgsql security definer set search_path = newsroom, pg_temp as $$
declare
  one uuid;
  named text;
  swept integer := 0;
begin
  for one in select d.article from redaction_rest d left join standing s on s.article = d.article
      where s.article is null or (
        not (s.live and exists (select from redaction r where r.article = s.article and r.revision = s.revision))
        and not exists (select from site.target t where t.position < s.last_release))
      limit 50 loop
    perform from article where id = one for no key update skip locked;
    continue when not found;
    perform pg_advisory_xact_lock(7301172);
    for named in
      with gone as (
        delete from seat s where s.article = one and s.kind in ('TAG', 'AUTHOR') and not exists (
          select from release r join revision v on v.article = r.article and v.number = r.revision
            cross join lateral lists_of(v.copy, null, r.released_at) l
          where r.article = one and v.copy is not null and (l.kind, l.name) = (s.kind, s.name))
        returning s.kind, s.name)
      select kind || ' ' || name from gone order by 1 loop
      if named like 'AUTHOR %' then
        delete from site.topic t where t.kind = 'AUTHOR' and t.name = substr(named, 8)
          and not exists (select from seat s where s.kind = 'AUTHOR' and s.name = t.name);
      else
        perform forget_tag(substr(named, 5)::uuid);
      end if;
    end loop;
    delete from redaction_rest where article = one;
    swept := swept + 1;
  end loop;
  return swept;
end $$;

-- A tag that began with a text that is gone, and that nothing else carries, or ever became part of.
create function forget_tag(which uuid) returns void
language plpgsql set search_path = newsroom, pg_temp as $$
begin
  if exists (select from tag where id = which and (started_by is not null or merged_into is not null))
     or exists (select from tag where merged_into = which)
     or exists (select from seat where kind = 'TAG' and name = which::text)
     or exists (select from article where tag_keys && (select array_agg(key) from tag_name where tag = which)) then
    return;
  end if;
  delete from tag_change where tag = which;
  delete from tag_address where tag = which;
  delete from tag_name where tag = which;
  delete from tag where id = which;
end $$;

create or replace function site.release_due() returns table (released integer, next_at timestamptz)
language plpgsql security definer set search_path = newsroom, pg_temp as $$
declare
  next_end timestamptz;
begin
  if exists (select from newsroom.redaction_rest) then
    perform newsroom.sweep_redacted();
  end if;
  next_end := newsroom.expire_due();
  return query select d.released, least(d.next_at, next_end) from newsroom.release_due() d;
end $$;

-- What was redacted before.
delete from picture_use u using redaction d where (u.article, u.revision) = (d.article, d.revision);
delete from note n using redaction d where (n.article, n.revision) = (d.article, d.revision);
insert into redaction_rest (article) select distinct article from redaction;

-- Which stories were redacted: their words leave the files of the site's search at once.
create view site.redacted with (security_barrier) as
  select distinct d.article from newsroom.redaction d join newsroom.standing s on s.article = d.article where not s.live;

revoke execute on function forget_text(), sweep_redacted(), forget_tag(uuid) from public;
revoke all on redaction_rest, site.redacted from public;
grant select on site.redacted to qalam_site;
