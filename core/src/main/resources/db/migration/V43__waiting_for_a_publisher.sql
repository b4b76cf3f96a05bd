-- What was approved and nobody has planned: what waits for a publisher, found without looking at all that was ever published.

set search_path = newsroom, public;

create table to_publish (
  article  uuid primary key references article,
  revision integer not null,
  since    timestamptz not null
);
create index to_publish_longest on to_publish (since, article);

create function wait_for_publisher() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  insert into to_publish (article, revision, since) values (new.article, new.revision, new.decided_at)
    on conflict (article) do update set revision = excluded.revision, since = excluded.since
    where excluded.revision > to_publish.revision;
  return null;
end $$;
create trigger waits after insert on approval for each row execute function wait_for_publisher();

-- Once planned, held or overtaken it waits no more; neither does what was taken out by court or law.
create function wait_no_more() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  delete from to_publish where article = new.article and revision <= new.revision;
  return null;
end $$;
create trigger planned after insert on edition for each row when (new.kind <> 'WITHDRAWAL') execute function wait_no_more();
create trigger redacted after insert on redaction for each row execute function wait_no_more();

insert into to_publish (article, revision, since)
  select ap.article, ap.revision, ap.decided_at
  from (select distinct on (article) * from approval order by article, revision desc) ap
    left join standing s on s.article = ap.article
  where (s.article is null or ap.revision > s.revision)
    and not exists (select from edition e where e.approval = ap.id)
    and not exists (select from redaction d where d.article = ap.article and d.revision = ap.revision);

revoke execute on function wait_for_publisher(), wait_no_more() from public;
revoke all on to_publish from public;
grant select on to_publish to qalam_newsroom;
