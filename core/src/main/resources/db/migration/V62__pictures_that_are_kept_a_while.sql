-- A file of a picture that a live story shows no more stays on the site for a while, for readers and caches that have its page
-- as it was. Not so when the picture, or the text that showed it, is taken out.

set search_path = newsroom, public;

/*
 * Which of these files readers once had with these live stories, and may still have: files[n] with stories[n], at most
 * some thousands. What was redacted has no row of a picture in use, or none of a finished file.
 */
create function site.may_stay(stories uuid[], files bytea[]) returns table (story uuid, file bytea)
language sql stable security definer set search_path = newsroom, pg_temp as $$
  select distinct w.story, w.file
  from unnest(stories, files) w (story, file)
    join standing s on s.article = w.story and s.live
    join release l on l.article = w.story
    join picture_use u on u.article = l.article and u.revision = l.revision
    join rendition r on r.picture = u.picture and r.digest = w.file
$$;

revoke execute on function site.may_stay(uuid[], bytea[]) from public;
grant execute on function site.may_stay(uuid[], bytea[]) to qalam_site;
