-- Of V32: the site asked whether a story that it saw leave had been redacted. Of one that was withdrawn before it saw nothing leave,
-- and its words stayed in the files of its search. It is told how many texts were redacted, and nothing of them: when there are
-- more, it purges these files of all that readers have no more.
set search_path = newsroom, public;

drop view site.redacted;

create view site.redactions with (security_barrier) as select count(*) as number from newsroom.redaction;

revoke all on site.redactions from public;
grant select on site.redactions to qalam_site;
