-- Makes the roles and the database that Qalam needs on a PostgreSQL (15 or newer) of your own.
-- Run once, by a superuser, with psql; the launcher runs the same statements on its embedded server:
--
--   psql -v owner_password=… -v newsroom_password=… -v site_password=… -f roles.sql
--
-- qalam_owner     owns the tables; only migrations, backups and redaction run as it
-- qalam_newsroom  web-admin: may write drafts, rounds, approvals, plans; may not change what is written
-- qalam_site      publishing: sees what has been released, and nothing else
create role qalam_owner login password :'owner_password';
create role qalam_newsroom login password :'newsroom_password';
create role qalam_site login password :'site_password';
create database qalam owner qalam_owner encoding 'UTF8' template template0 locale 'C.UTF-8';
revoke connect, temporary on database qalam from public;
grant connect on database qalam to qalam_newsroom, qalam_site;
-- Rows that a failed statement names would put draft text into the server's log and into errors.
alter role qalam_newsroom set log_error_verbosity = 'terse';
alter role qalam_site set log_error_verbosity = 'terse';
