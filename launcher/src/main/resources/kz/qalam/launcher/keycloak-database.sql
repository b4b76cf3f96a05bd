-- Makes the role and the database of Qalam's embedded Keycloak on a PostgreSQL (15 or newer) of your own. A Keycloak of your
-- own needs none of this. Run once, by a superuser, with psql; the launcher runs the same statements on its embedded server:
--
--   psql -v keycloak_password=… -f keycloak-database.sql
create role qalam_keycloak login password :'keycloak_password';
create database qalam_keycloak owner qalam_keycloak encoding 'UTF8' template template0 locale 'C.UTF-8';
revoke connect, temporary on database qalam_keycloak from public;
