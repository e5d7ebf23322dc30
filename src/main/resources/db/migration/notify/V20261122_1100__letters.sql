create schema notify;

-- The outbox and the log of letters. The words are frozen when the letter is posted.
create table notify.letter (
    id              uuid primary key     default uuidv7(),
    -- The sender's idempotency key: never an address or a name, as it outlives their erasure.
    key             text        not null,
    name            text        not null,
    category        text,
    to_address      text        not null,
    person_id       uuid references identity.person,
    language        text        not null,
    subject         text        not null,
    text            text        not null,
    html            text        not null,
    unsubscribe     text        not null default '',
    secret          boolean     not null,
    message_id      text        not null,
    state           text        not null,
    attempts        integer     not null default 0,
    -- How often a node took the letter and was not heard of again: each may have been a copy more.
    in_doubt        integer     not null default 0,
    next_attempt_at timestamptz not null,
    retry_until     timestamptz not null,
    claim           uuid,
    claimed_until   timestamptz,
    last_fault      text,
    created_at      timestamptz not null,
    sent_at         timestamptz,
    constraint letter_once unique (key),
    constraint letter_message_id unique (message_id),
    constraint letter_state check (state in ('waiting', 'held', 'sending', 'sent', 'failed', 'cancelled')),
    constraint letter_claimed check ((state = 'sending') = (claim is not null and claimed_until is not null)),
    constraint letter_sent check ((state = 'sent') = (sent_at is not null)),
    constraint letter_name check (name ~ '^[a-z][A-Za-z0-9.]*$'),
    -- Whom one click unsubscribes is a person; an address alone has no preferences.
    constraint letter_category_of_person check (category is null or person_id is not null),
    -- A line break in a header begins the next header.
    constraint letter_header_lines check (subject !~ '[[:cntrl:]]' and to_address !~ '[[:cntrl:][:space:]]'
        and unsubscribe !~ '[[:cntrl:][:space:]]' and message_id ~ '^<[^<>[:space:]]+>$'),
    constraint letter_secret_wiped check (not (secret and state = 'sent') or (text = '' and html = ''))
);
create index letter_due on notify.letter (next_attempt_at) where state = 'waiting';
create index letter_claims on notify.letter (claimed_until) where state = 'sending';
create index letter_held on notify.letter (created_at) where state = 'held';
create index letter_newest on notify.letter (created_at desc, id);
create index letter_person on notify.letter (person_id);
select platform.classify('notify.letter', $$
    id              technical
    key             technical
    name            technical
    category        technical
    to_address      personal erase=blank by=mail
    person_id       person erase=columns
    language        technical
    subject         personal erase=blank
    text            personal erase=blank
    html            personal erase=blank
    unsubscribe     secret erase=blank
    secret          technical
    message_id      technical
    state           technical
    attempts        technical
    in_doubt        technical
    next_attempt_at technical
    retry_until     technical
    claim           technical
    claimed_until   technical
    last_fault      technical
    created_at      technical
    sent_at         technical
$$);

-- Each try to hand a letter over. The server's reply itself stays out: it repeats the address.
create table notify.attempt (
    id        uuid primary key     default uuidv7(),
    letter_id uuid        not null references notify.letter on delete cascade,
    at        timestamptz not null,
    outcome   text        not null,
    fault     text,
    code      text,
    constraint attempt_outcome check (outcome in ('sent', 'later', 'failed', 'doubt')),
    constraint attempt_code check (code ~ '^[0-9]{3}( [0-9]\.[0-9]{1,3}\.[0-9]{1,3})?$')
);
create index attempt_letter on notify.attempt (letter_id, at);
select platform.classify('notify.attempt', $$
    id        technical
    letter_id technical
    at        technical
    outcome   technical
    fault     technical
    code      technical
$$);

-- Which letters a person does not want. A row stands for "no".
create table notify.unsubscription (
    person_id uuid        not null references identity.person,
    category  text        not null,
    at        timestamptz not null,
    primary key (person_id, category)
);
select platform.classify('notify.unsubscription', $$
    person_id person erase=row
    category  technical
    at        technical
$$);

-- One key for the links that unsubscribe. Made here and not at the first start, as two nodes would make two.
create table notify.signing_key (
    sole  boolean primary key default true,
    value bytea not null,
    constraint signing_key_single check (sole)
);
insert into notify.signing_key (value)
values (sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea));
select platform.classify('notify.signing_key', $$
    sole  technical
    value technical
$$);
