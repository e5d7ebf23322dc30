create schema identity;

create table identity.person (
    id         uuid primary key     default uuidv7(),
    name       text        not null,
    mail       text        not null,
    -- The address under which mail servers deliver: lower case, domain in ASCII. One person an address.
    mail_key   text        not null,
    language   text        not null default 'uk',
    zone       text        not null default '',
    theme      text        not null default 'device',
    operator   boolean     not null default false,
    version    integer     not null default 0,
    created_at timestamptz not null default now(),
    deleted_at timestamptz,
    erased_at  timestamptz,
    constraint person_mail unique (mail_key),
    constraint person_language check (language in ('uk', 'sr', 'sr-Latn', 'ru', 'en'))
);
select platform.classify('identity.person', $$
    id         person erase=columns
    name       personal erase=blank
    mail       personal erase=blank
    mail_key   personal erase=random key=mail
    language   personal erase=keep not identifying once the name is gone
    zone       personal erase=blank
    theme      personal erase=keep not identifying once the name is gone
    operator   technical
    version    technical
    created_at technical
    deleted_at technical
    erased_at  technical erase=now
$$);

-- Who sits in which seat. Replacement ends one row and begins another: history is kept.
create table identity.membership (
    id         uuid primary key     default uuidv7(),
    person_id  uuid        not null references identity.person,
    body_id    uuid        not null references registry.body,
    seat       text        not null,
    since      date        not null,
    until      date,
    created_at timestamptz not null default now(),
    constraint membership_seat check (seat in ('manager', 'specialist', 'page_admin', 'organiser', 'desk', 'other')),
    constraint membership_order check (until is null or until >= since)
);
create unique index membership_once on identity.membership (person_id, body_id, seat) where until is null;
-- Two seats name one person each; of the others there may be several.
create unique index membership_single on identity.membership (body_id, seat)
    where until is null and seat in ('manager', 'specialist');
create index membership_body on identity.membership (body_id);
create index membership_person on identity.membership (person_id);
select platform.classify('identity.membership', $$
    id         technical
    person_id  person erase=keep the body's history of seats is public record; the name is gone
    body_id    technical
    seat       technical
    since      technical
    until      technical
    created_at technical
$$);

-- What other modules may join: people with an account.
create view identity.person_open as
select id, name, mail, mail_key, language, zone
from identity.person
where deleted_at is null and erased_at is null;
