create schema officialpage;

-- A body's official page. Platform and key are the page whatever the spelling of its address (module pageaddress).
create table officialpage.page (
    id          uuid primary key     default uuidv7(),
    body_id     uuid        not null references registry.body,
    platform    text        not null,
    handle      text        not null,
    key         text        not null,
    address     text        not null,
    -- By which people look for it, and what the eye takes for the same.
    name        text        not null,
    likeness    text        not null,
    purpose     text        not null default '',
    unit        text        not null default '',
    languages   text[]      not null default '{}',
    category    text,
    status      text        not null,
    opened_on   date,
    archived_on date,
    version     integer     not null default 0,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    deleted_at  timestamptz,
    deleted_by  uuid,
    folded      text generated always as (
        platform.fold(handle || ' ' || address || ' ' || purpose || ' ' || unit)) stored,
    constraint page_platform check (platform ~ '^[a-z]+$'),
    constraint page_key check (key <> ''),
    constraint page_category check (category in ('flagship', 'active', 'card')),
    constraint page_status check (status in ('planned', 'live', 'archived')),
    constraint page_archived check ((status = 'archived') = (archived_on is not null)),
    constraint page_lived check (archived_on >= opened_on)
);
-- A page is one body's at a time. What is archived may be taken over by another body, or opened again.
create unique index page_once on officialpage.page (platform, key) where status <> 'archived' and deleted_at is null;
create index page_key_index on officialpage.page (platform, key);
create index page_body on officialpage.page (body_id);
create index page_name on officialpage.page (name);
create index page_likeness on officialpage.page (platform, likeness);
select platform.classify('officialpage.page', $$
    id          technical
    body_id     technical
    platform    open
    handle      open
    key         open
    address     open
    name        open
    likeness    open
    purpose     open
    unit        open
    languages   open
    category    open
    status      open
    opened_on   open
    archived_on open
    version     technical
    created_at  technical
    changed_at  technical
    deleted_at  technical
    deleted_by  actor
    folded      open
$$);

-- Who answers for a page, and who has its keys: people of this installation. Whoever is erased is here no more.
create table officialpage.responsible (
    page_id   uuid primary key references officialpage.page on delete cascade,
    person_id uuid not null references identity.person
);
create index responsible_person on officialpage.responsible (person_id);
select platform.classify('officialpage.responsible', $$
    page_id   technical
    person_id person erase=row
$$);
create table officialpage.administrator (
    page_id   uuid not null references officialpage.page on delete cascade,
    person_id uuid not null references identity.person,
    constraint administrator_once primary key (page_id, person_id)
);
create index administrator_person on officialpage.administrator (person_id);
select platform.classify('officialpage.administrator', $$
    page_id   technical
    person_id person erase=row
$$);

-- On which days somebody looked at a page and found it in order.
create table officialpage.review (
    id      uuid primary key default uuidv7(),
    page_id uuid not null references officialpage.page on delete cascade,
    seen_on date not null,
    by_id   uuid,
    constraint review_once unique (page_id, seen_on)
);
select platform.classify('officialpage.review', $$
    id      technical
    page_id technical
    seen_on open
    by_id   actor
$$);

-- By what it was shown that a page is the body's own: a link from the body's site, a code that was posted on the page, or an
-- officer's word. An officer need not have an account; by the address the words are found when erasure is asked for.
create table officialpage.proof (
    id               uuid primary key     default uuidv7(),
    page_id          uuid        not null references officialpage.page on delete cascade,
    kind             text        not null,
    seen_on          date        not null,
    address          text        not null default '',
    code             text        not null default '',
    person_id        uuid references identity.person,
    officer_name     text        not null default '',
    officer_position text        not null default '',
    officer_mail     text        not null default '',
    by_id            uuid        not null,
    at               timestamptz not null,
    constraint proof_kind check (kind in ('link', 'code', 'word')),
    constraint proof_link check (kind <> 'link' or address <> ''),
    constraint proof_code check (kind <> 'code' or code <> '')
);
create index proof_latest on officialpage.proof (page_id, seen_on desc, id desc);
select platform.classify('officialpage.proof', $$
    id               technical
    page_id          technical
    kind             open
    seen_on          open
    address          open
    code             open
    person_id        person erase=columns
    officer_name     personal erase=blank
    officer_position personal erase=blank
    officer_mail     personal erase=blank by=mail
    by_id            actor
    at               technical
$$);

-- The code that waits to be seen on a page.
create table officialpage.posted_code (
    page_id uuid primary key references officialpage.page on delete cascade,
    code    text        not null,
    by_id   uuid        not null,
    at      timestamptz not null
);
select platform.classify('officialpage.posted_code', $$
    page_id technical
    code    open
    by_id   actor
    at      technical
$$);

-- For how many months a review holds, by jurisdiction; without one: wherever a jurisdiction has no term of its own.
create table officialpage.term (
    id            uuid primary key     default uuidv7(),
    jurisdiction  text references registry.jurisdiction on update cascade,
    months        integer     not null,
    since         date        not null,
    until         date,
    basis         text        not null,
    basis_address text        not null default '',
    verified_on   date        not null,
    note          text        not null default '',
    created_at    timestamptz not null,
    constraint term_months check (months between 1 and 120),
    constraint term_order check (until > since),
    constraint term_basis check (basis <> '')
);
create unique index term_since on officialpage.term (coalesce(jurisdiction, ''), since);
-- A new term ends the one before: at any day there is one.
create unique index term_open on officialpage.term (coalesce(jurisdiction, '')) where until is null;
select platform.classify('officialpage.term', $$
    id            technical
    jurisdiction  open
    months        open
    since         open
    until         open
    basis         open
    basis_address open
    verified_on   open
    note          open
    created_at    technical
$$);
insert into officialpage.term (months, since, basis, verified_on, created_at)
values (12, '2016-01-01', 'U.S. Digital Registry: yearly review', '2026-11-22', '2026-11-22');

-- When each page was looked at last, and on which day the next look is due. A page without any is due from the day on which it
-- was entered; planned and archived ones are not.
create function officialpage.due(day date) returns table (page_id uuid, reviewed_on date, due_on date)
    language sql stable parallel safe as
$$
select p.id, seen.on_day,
       case when p.status = 'live'
            then (coalesce(seen.on_day, p.opened_on, p.created_at::date) + make_interval(months => term.months))::date end
from officialpage.page p
     join registry.body_open b on b.id = p.body_id
     left join lateral (select max(r.seen_on) as on_day from officialpage.review r where r.page_id = p.id) seen on true
     left join lateral (
         select t.months
         from officialpage.term t
         where (t.jurisdiction = b.jurisdiction or t.jurisdiction is null)
           and t.since <= day and (t.until is null or t.until > day)
         order by t.jurisdiction nulls last, t.since desc
         limit 1) term on true
where p.deleted_at is null
$$;

-- What other modules may join: pages of bodies that are there, planned ones included, which are not for everyone.
create view officialpage.page_open as
select p.id, p.body_id, p.platform, p.status, p.opened_on, p.archived_on
from officialpage.page p
     join registry.body_open b on b.id = p.body_id
where p.deleted_at is null;

-- What everyone may know.
create view officialpage.page_public as
select p.id, p.body_id, p.platform, p.handle, p.key, p.name, p.likeness, p.address, p.purpose, p.unit, p.languages, p.category,
       p.status, p.opened_on, p.archived_on, seen.reviewed_on, proof.kind as proof, proof.seen_on as proved_on, p.folded
from officialpage.page p
     join registry.body_open b on b.id = p.body_id
     left join lateral (
         select max(r.seen_on) as reviewed_on from officialpage.review r where r.page_id = p.id) seen on true
     left join lateral (
         select f.kind, f.seen_on from officialpage.proof f
         where f.page_id = p.id
         order by f.seen_on desc, f.id desc
         limit 1) proof on true
where p.deleted_at is null and p.status <> 'planned';
