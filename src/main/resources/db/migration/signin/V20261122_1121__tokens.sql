-- What a link in a letter carries, for one purpose and one use. Only the hash of purpose and token is kept. The row outlives
-- its use by some days, so that a second click is told what happened; what it held is wiped when it is spent.
create table signin.token (
    id         uuid primary key     default uuidv7(),
    hash       bytea       not null,
    purpose    text        not null,
    person_id  uuid references identity.person,
    -- Where there is no person yet: whose address it was sent to, so that it goes when that person is erased.
    mail_key   text,
    payload    text        not null default '',
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    spent_at   timestamptz,
    constraint token_hash unique (hash),
    constraint token_purpose check (purpose ~ '^[a-z]+(-[a-z]+)*$'),
    constraint token_order check (expires_at > issued_at)
);
create index token_person on signin.token (person_id);
create index token_expired on signin.token (expires_at);
select platform.classify('signin.token', $$
    id         technical
    hash       secret
    purpose    technical
    person_id  person erase=row
    mail_key   personal by=mail
    payload    personal
    issued_at  technical
    expires_at technical
    spent_at   technical
$$);

-- What someone asked for who may not be known: written in the same way for everyone, looked at by a job afterwards, so
-- that neither the answer nor its time tells whether there is an account. Rows live for seconds.
create table signin.mail_request (
    id         uuid primary key     default uuidv7(),
    kind       text        not null,
    mail       text        not null,
    mail_key   text        not null,
    person_id  uuid references identity.person,
    name       text        not null default '',
    language   text        not null,
    zone       text        not null default '',
    target     text        not null default '/',
    at         timestamptz not null,
    constraint mail_request_kind check (kind in ('link', 'reset', 'register', 'address'))
);
create index mail_request_person on signin.mail_request (person_id);
select platform.classify('signin.mail_request', $$
    id        technical
    kind      technical
    mail      personal
    mail_key  personal by=mail
    person_id person erase=row
    name      personal
    language  technical
    zone      personal
    target    technical
    at        technical
$$);
