-- A slug is the headline in Latin letters. That of an edition that was never released goes with its text (V32), and so does
-- what readers were to find after the end of a story that they do not have. The address of what was released stays.

set search_path = newsroom, public;

create or replace function forget_text() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  delete from picture_use where article = new.article and revision = new.number;
  delete from note where article = new.article and revision = new.number;
  delete from expiry x where x.article = new.article
    and not exists (select from standing s where s.article = x.article and s.live);
  -- redact() has locked the editions before it took the text
  alter table edition disable trigger user;
  update edition e set slug = 'redacted-' || e.number where e.article = new.article and e.revision = new.number
    and e.slug is not null and not exists (select from release r where r.edition = e.id);
  alter table edition enable trigger user;
  insert into redaction_rest (article) values (new.article) on conflict do nothing;
  return null;
end $$;

-- What was redacted before.
delete from expiry x where exists (select from redaction d where d.article = x.article)
  and not exists (select from standing s where s.article = x.article and s.live);
alter table edition disable trigger user;
update edition e set slug = 'redacted-' || e.number from redaction d
  where (e.article, e.revision) = (d.article, d.revision) and e.slug is not null
    and not exists (select from release r where r.edition = e.id);
alter table edition enable trigger user;
