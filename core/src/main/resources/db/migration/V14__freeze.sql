-- Freeze: while a stop stands open nothing is released but withdrawals, which take away. Both the clock (release_due, here
-- replaced in three lines: what it picks, what it looks at again under its lock, when it wants to be asked next) and the
-- release itself (a trigger, whatever release_due() becomes) ask the same predicate.

set search_path = newsroom, public;

create table release_stop (
  id         uuid primary key,
  reason     text not null check (length(reason) between 1 and 1000),
  stopped_by uuid not null references person,
  stopped_at timestamptz not null default clock_timestamp(),
  ended_by   uuid references person,
  ended_at   timestamptz,
  check ((ended_by is null) = (ended_at is null))
);
-- One at a time.
create unique index release_stop_open on release_stop ((true)) where ended_at is null;

-- A publisher of any desk, or an admin: whoever sees something wrong first must be able to stop it.
create function may_stop_releases(who uuid) returns boolean
language sql stable security definer set search_path = newsroom, pg_temp as $$
  select exists (select from membership where person = who and role in ('PUBLISHER', 'ADMIN'))
$$;

-- A stop begins open, is ended once, and is otherwise left as it is. Beginning takes the release lock: what release_due()
-- was about to write is written before, or not at all.
create function guard_release_stop() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a stop stays on record' using errcode = 'QL001';
  end if;
  if tg_op = 'INSERT' then
    if new.ended_by is not null then
      raise exception 'a stop begins open' using errcode = 'QL040';
    end if;
    if not may_stop_releases(new.stopped_by) then
      raise exception 'only a publisher or an admin stops releases' using errcode = 'QL041';
    end if;
    perform pg_advisory_xact_lock(7301172);
    new.stopped_at := clock_timestamp();
    return new;
  end if;
  if old.ended_at is not null or new.ended_by is null
     or (new.id, new.reason, new.stopped_by, new.stopped_at) is distinct from (old.id, old.reason, old.stopped_by, old.stopped_at) then
    raise exception 'a stop is ended once' using errcode = 'QL040';
  end if;
  if not may_stop_releases(new.ended_by) then
    raise exception 'only a publisher or an admin lets releases go on' using errcode = 'QL041';
  end if;
  new.ended_at := clock_timestamp();
  return new;
end $$;
create trigger guard before insert or update or delete on release_stop for each row execute function guard_release_stop();
create trigger guard_all before truncate on release_stop execute function refuse_change();

-- Whether an edition of this kind may be released now, whatever its story.
create function may_release(kind text) returns boolean
language sql stable security definer set search_path = newsroom, pg_temp as $$
  select may_release.kind = 'WITHDRAWAL' or not exists (select from release_stop where ended_at is null)
$$;

create function refuse_while_stopped() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if not may_release(new.kind) then
    raise exception 'releases are stopped' using errcode = 'QL042';
  end if;
  return new;
end $$;
create trigger stopped before insert on release for each row execute function refuse_while_stopped();

create or replace function release_due() returns table (released integer, next_at timestamptz)
language plpgsql security definer set search_path = newsroom, pg_temp as $$
declare
  due uuid[];
  one edition;
  stands standing;
  text_of revision;
  last release;
  this release;
  stem text;
  n integer;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'release_due() needs read committed' using errcode = 'QL010';
  end if;
  released := 0;
  with locked as (
    select id from edition
      where state = 'PLANNED' and from_at <= clock_timestamp() and (retry_at is null or retry_at <= clock_timestamp())
        and may_release(kind)
      order by from_at, planned_at, id limit 200
      for update skip locked)
  select array_agg(id) into due from locked;

  if due is not null then
    perform pg_advisory_xact_lock(7301172);
    for one in select * from edition where id = any (due) order by from_at, planned_at, id loop
      -- A freeze takes the same lock: what it committed while we waited counts.
      continue when not may_release(one.kind);
      begin
        select * into stands from standing where article = one.article;
        if stands.article is not null and one.kind <> 'WITHDRAWAL' and (
             one.revision < stands.revision
             or (not stands.live and one.planned_at < stands.last_at)
             or (stands.live and one.revision = stands.revision)) then
          update edition set state = 'VOID' where id = one.id;
          continue;
        end if;
        if one.kind = 'WITHDRAWAL' and stands.live is not true then
          update edition set state = 'VOID' where id = one.id;
          continue;
        end if;
        select * into text_of from revision where article = one.article and number = one.revision;
        if one.kind <> 'WITHDRAWAL' and (text_of.bytes is null or text_of.digest <> one.digest
             or exists (select from redaction d where d.article = one.article and d.revision = one.revision)) then
          update edition set state = 'VOID' where id = one.id;
          continue;
        end if;

        select * into last from release order by number desc limit 1;
        this := null;
        this.number := coalesce(last.number, 0) + 1;
        this.article := one.article;
        this.edition := one.id;
        this.revision := one.revision;
        this.digest := one.digest;
        this.kind := one.kind;
        this.notice := one.notice;
        this.released_at := greatest(clock_timestamp(), last.released_at);
        if stands.article is null then
          stem := to_char(this.released_at at time zone 'Asia/Almaty', '"/"YYYY/MM/DD/') || one.slug;
          n := 1;
          loop
            this.path := stem || case when n = 1 then '' else '-' || n end || '/';
            insert into permalink (path, article) values (this.path, one.article) on conflict do nothing;
            exit when found;
            n := n + 1;
          end loop;
        else
          this.path := stands.path;
        end if;
        this.previous := last.hash;
        this.hash := sha256(coalesce(last.hash, '') || convert_to(
          concat_ws('|', this.number, this.article, this.edition, this.revision, encode(this.digest, 'hex'), this.kind,
            this.notice, this.path, extract(epoch from this.released_at)), 'UTF8'));
        insert into release select (this).*;
        insert into standing (article, path, live, section, language, revision, first_release, last_release, first_at, last_at)
          values (one.article, this.path, one.kind <> 'WITHDRAWAL', text_of.copy ->> 'section',
                  coalesce(text_of.copy ->> 'language', 'kk'), one.revision, this.number, this.number, this.released_at, this.released_at)
          on conflict (article) do update set live = excluded.live, section = excluded.section, language = excluded.language,
            revision = excluded.revision, last_release = excluded.last_release, last_at = excluded.last_at;
        update edition set state = 'RELEASED' where id = one.id;
        -- What was planned before a withdrawal, or is older than what readers have, will never go out: say so at once.
        -- (Rows that someone is deciding on are passed over here: waiting for them under the lock could deadlock.)
        update edition set state = 'VOID' where id in (
          select e.id from edition e where e.article = one.article and e.state in ('PLANNED', 'HELD') and e.id <> one.id
            and (one.kind = 'WITHDRAWAL' or e.revision < one.revision) for update skip locked);
        perform pg_notify('qalam_release', this.number::text);
        released := released + 1;
      exception when others then
        -- One bad edition never blocks the others: it waits longer each time, and the desk sees it.
        update edition set attempts = one.attempts + 1, fault = sqlstate,
            retry_at = clock_timestamp() + least(power(2, one.attempts), 300) * interval '1 second'
          where id = one.id;
      end;
    end loop;
  end if;
  select min(greatest(e.from_at, coalesce(e.retry_at, e.from_at))) into next_at from edition e where e.state = 'PLANNED' and may_release(e.kind);
  return next;
end $$;

revoke execute on function may_stop_releases(uuid), guard_release_stop(), may_release(text), refuse_while_stopped() from public;
grant select on release_stop to qalam_newsroom;
grant insert (id, reason, stopped_by) on release_stop to qalam_newsroom;
grant update (ended_by, ended_at) on release_stop to qalam_newsroom;
