-- How often stories were read, as the site counts it: numbers only, nothing of who read (docs/site.md, «Views»).

create table site.reading (
  path   text primary key check (length(path) between 2 and 200),
  views  bigint not null default 0 check (views >= 0),
  -- what the lists of what is read most were last printed with: they change only when this does
  ranked bigint not null default 0 check (ranked >= 0)
);

-- A count only grows, and only of what has been released: whatever a reader asks for, no row comes of it.
create function site.count_views(paths text[], times bigint[]) returns void
language sql security definer set search_path = newsroom, pg_temp as $$
  insert into site.reading (path, views)
    select s.path, sum(c.times) from unnest(paths, times) c (path, times) join newsroom.standing s on s.path = c.path
    where c.times > 0 group by s.path order by s.path
  on conflict (path) do update set views = reading.views + excluded.views
$$;

create function site.rank_views(paths text[]) returns integer
language sql security definer set search_path = newsroom, pg_temp as $$
  with ranked as (update site.reading set ranked = views where path = any (paths) and ranked <> views returning 1)
  select count(*)::integer from ranked
$$;

revoke execute on function site.count_views(text[], bigint[]), site.rank_views(text[]) from public;
grant select on site.reading to qalam_site, qalam_newsroom;
grant execute on function site.count_views(text[], bigint[]), site.rank_views(text[]) to qalam_site;
