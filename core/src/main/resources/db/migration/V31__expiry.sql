-- The end of a story's time before the public («… дейін жарияда»): a withdrawal that was planned. What is live at the end is
-- withdrawn by the clock that releases; what is not out by then does not go out any more. release_due() itself is not
-- replaced: the clock asks for ends first, and a trigger looks at each release.

set search_path = newsroom, public;

create table expiry (
  article  uuid primary key references article,
  ends_at  timestamptz not null,
  notice   text check (length(notice) between 1 and 1000), -- what readers find afterwards
  set_by   uuid not null references person,
  set_at   timestamptz not null default clock_timestamp(),
  attempts integer not null default 0,
  retry_at timestamptz
);
create index expiry_due on expiry (ends_at);

-- Who may plan may end: a publisher of the story's desk. Null takes the end away.
create function set_expiry(story uuid, ends timestamptz, told text, who uuid) returns void
language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if not is_member(who, (select desk from article where id = story), 'PUBLISHER') then
    raise exception 'only a publisher of the desk ends' using errcode = 'QL008';
  end if;
  if ends is null then
    delete from expiry where article = story;
    return;
  end if;
  if ends <= clock_timestamp() then
    raise exception 'an end is to come' using errcode = 'QL064';
  end if;
  insert into expiry (article, ends_at, notice, set_by) values (story, ends, told, who)
    on conflict (article) do update set ends_at = excluded.ends_at, notice = excluded.notice, set_by = excluded.set_by,
      set_at = clock_timestamp(), attempts = 0, retry_at = null;
  perform pg_notify('qalam_release', '0');
end $$;

-- Of V1 only the last question to an inserted edition is another: a withdrawal at a planned end was a publisher's decision
-- when the end was set, wherever that publisher is now.
create or replace function guard_edition() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
declare
  ok approval;
  story article;
  stands standing;
begin
  if tg_op = 'DELETE' then
    raise exception 'an edition stays' using errcode = 'QL001';
  end if;
  select * into story from article where id = new.article;

  if tg_op = 'INSERT' then
    new.planned_at := clock_timestamp();
    new.changed_at := new.planned_at;
    new.changed_by := new.planned_by;
    new.attempts := 0; new.retry_at := null; new.fault := null;
    if new.state <> 'PLANNED' then
      raise exception 'an edition begins planned' using errcode = 'QL007';
    end if;
    if new.kind = 'WITHDRAWAL' then
      select * into stands from standing where article = new.article;
      if stands.live is not true then
        raise exception 'only what is live is withdrawn' using errcode = 'QL007';
      end if;
      new.revision := stands.revision;
      new.digest := (select digest from revision where article = new.article and number = stands.revision);
      new.from_at := new.planned_at;
      if exists (select from expiry x where x.article = new.article and x.ends_at <= clock_timestamp()
           and (x.set_by, x.notice) is not distinct from (new.planned_by, new.notice)) then
        return new;
      end if;
    else
      select * into ok from approval where id = new.approval;
      if ok.id is null or (new.article, new.revision, new.digest, new.kind, new.notice)
           is distinct from (ok.article, ok.revision, ok.digest, ok.kind, ok.notice) then
        raise exception 'an edition is what was approved' using errcode = 'QL007';
      end if;
      if new.planned_by = ok.decided_by and (select publishes from desk where id = story.desk) = 'ON_APPROVAL'
         and new.from_at >= coalesce(ok.from_at, '-infinity')
         and not exists (select from edition e where e.approval = ok.id) then
        return new;
      end if;
    end if;
    if not is_member(new.planned_by, story.desk, 'PUBLISHER') then
      raise exception 'only a publisher of the desk plans' using errcode = 'QL008';
    end if;
    return new;
  end if;

  if (new.id, new.article, new.number, new.approval, new.revision, new.digest, new.kind, new.notice, new.reason, new.slug,
      new.planned_by, new.planned_at)
     is distinct from
     (old.id, old.article, old.number, old.approval, old.revision, old.digest, old.kind, old.notice, old.reason, old.slug,
      old.planned_by, old.planned_at) then
    raise exception 'only the time of an edition changes' using errcode = 'QL007';
  end if;
  if old.state in ('RELEASED', 'VOID') then
    raise exception 'this edition is settled' using errcode = 'QL009';
  end if;
  if new.state = 'RELEASED' then
    if not exists (select from release r where r.edition = new.id) then
      raise exception 'only a release releases' using errcode = 'QL007';
    end if;
    return new;
  end if;
  if (new.from_at, new.state, new.hold_reason, new.changed_by)
     is distinct from (old.from_at, old.state, old.hold_reason, old.changed_by) and new.state <> 'VOID' then
    if new.kind = 'WITHDRAWAL' then
      raise exception 'a withdrawal is neither held nor moved' using errcode = 'QL007';
    end if;
    if not is_member(new.changed_by, story.desk, 'PUBLISHER') then
      raise exception 'only a publisher of the desk moves or holds' using errcode = 'QL008';
    end if;
    new.changed_at := clock_timestamp();
    new.retry_at := null;
  end if;
  return new;
end $$;

-- What was not out by its end stays in: whatever release_due() becomes, and after whatever downtime.
create function refuse_after_end() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if new.kind <> 'WITHDRAWAL'
     and exists (select from expiry where article = new.article and ends_at <= clock_timestamp()) then
    raise exception 'its time is over' using errcode = 'QL065';
  end if;
  return new;
end $$;
create trigger term before insert on release for each row execute function refuse_after_end();

-- Fires after «guard». It is then held with the reason, as what lacks a licence is: not tried again, blocking nobody.
create function hold_after_end() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  if new.attempts > old.attempts and new.fault = 'QL065' then
    new.state := 'HELD';
    new.hold_reason := 'Жарияда тұру мерзімі өтіп кеткен';
    new.retry_at := null;
  end if;
  return new;
end $$;
create trigger term before update on edition for each row execute function hold_after_end();

-- Once a story is withdrawn, for whatever reason, its end has come: what is published later stays until another is set.
create function forget_expiry() returns trigger language plpgsql security definer set search_path = newsroom, pg_temp as $$
begin
  delete from expiry where article = new.article;
  return null;
end $$;
create trigger term_over after insert on release for each row when (new.kind = 'WITHDRAWAL') execute function forget_expiry();

-- Orders the withdrawal of what is live and whose end has come; release_due() carries it out. A story that someone is at
-- is passed over and comes with the next call, as editions are. Returns when the next end is.
create function expire_due() returns timestamptz
language plpgsql security definer set search_path = newsroom, pg_temp as $$
declare
  one expiry;
  begun timestamptz := clock_timestamp();
begin
  for one in select x.* from expiry x join standing s on s.article = x.article and s.live
      where x.ends_at <= begun and (x.retry_at is null or x.retry_at <= begun) order by x.ends_at, x.article limit 200 loop
    begin
      perform from article where id = one.article for no key update skip locked;
      continue when not found;
      -- What was decided on it while we came here counts.
      select * into one from expiry where article = one.article and ends_at <= clock_timestamp() for update;
      continue when not found or not (select live from standing where article = one.article)
        or exists (select from edition where article = one.article and kind = 'WITHDRAWAL' and state = 'PLANNED');
      insert into edition (id, article, number, revision, digest, kind, notice, reason, from_at, planned_by, changed_by)
        values (gen_random_uuid(), one.article, (select coalesce(max(number), 0) + 1 from edition where article = one.article),
                0, '', 'WITHDRAWAL', one.notice, 'Жарияда тұру мерзімі аяқталды', clock_timestamp(), one.set_by, one.set_by);
      insert into trail (chain, act, details) values (one.article, 'edition.expired', jsonb_build_object('from', one.ends_at));
    exception when others then
      update expiry set attempts = one.attempts + 1,
          retry_at = clock_timestamp() + least(power(2, one.attempts), 300) * interval '1 second'
        where article = one.article;
    end;
  end loop;
  return (select min(greatest(x.ends_at, coalesce(x.retry_at, x.ends_at))) from expiry x
    where x.ends_at > begun or exists (select from standing s where s.article = x.article and s.live));
end $$;

create or replace function site.release_due() returns table (released integer, next_at timestamptz)
language plpgsql security definer set search_path = newsroom, pg_temp as $$
declare
  next_end timestamptz;
begin
  next_end := newsroom.expire_due();
  return query select d.released, least(d.next_at, next_end) from newsroom.release_due() d;
end $$;

revoke execute on function set_expiry(uuid, timestamptz, text, uuid), refuse_after_end(), hold_after_end(), forget_expiry(),
  expire_due() from public;
revoke all on expiry from public;
grant select on expiry to qalam_newsroom;
grant execute on function set_expiry(uuid, timestamptz, text, uuid) to qalam_newsroom;
