create schema factor;

-- One app a person. The secret is sealed with a key outside the database and opens in this person's row only. A code counts
-- once: the step of the last one taken only grows.
create table factor.totp (
    person_id    uuid primary key references identity.person,
    secret       bytea       not null,
    started_at   timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint      not null default 0
);
select platform.classify('factor.totp', $$
    person_id    person erase=row
    secret       secret
    started_at   technical
    confirmed_at technical
    last_step    technical
$$);

-- Slow hashes (one salt a person, so that one hash of what is typed is compared with all ten).
create table factor.recovery_code (
    id        uuid primary key     default uuidv7(),
    person_id uuid        not null references identity.person,
    salt      bytea       not null,
    hash      bytea       not null,
    made_at   timestamptz not null,
    spent_at  timestamptz,
    constraint recovery_code_once unique (person_id, hash)
);
select platform.classify('factor.recovery_code', $$
    id        technical
    person_id person erase=row
    salt      secret
    hash      secret
    made_at   technical
    spent_at  technical
$$);

-- A try takes a place before it is judged: there are five, so however many come at once, five are judged.
create table factor.try (
    person_id uuid        not null references identity.person,
    place     integer     not null,
    at        timestamptz not null,
    primary key (person_id, place),
    constraint try_place check (place between 1 and 5)
);
select platform.classify('factor.try', $$
    person_id person erase=row
    place     technical
    at        technical
$$);

create table factor.passkey (
    id                 uuid primary key     default uuidv7(),
    person_id          uuid        not null references identity.person,
    credential_id      bytea       not null,
    public_key         bytea       not null,
    sign_count         bigint      not null,
    uv_initialized     boolean     not null,
    transports         text        not null,
    backup_eligible    boolean     not null,
    backup_state       boolean     not null,
    attestation_object bytea       not null,
    attestation_client bytea       not null,
    label              text        not null,
    created_at         timestamptz not null,
    last_used_at       timestamptz not null,
    constraint passkey_credential unique (credential_id)
);
create index passkey_person on factor.passkey (person_id);
select platform.classify('factor.passkey', $$
    id                 technical
    person_id          person erase=row
    credential_id      secret
    public_key         secret
    sign_count         technical
    uv_initialized     technical
    transports         technical
    backup_eligible    technical
    backup_state       technical
    attestation_object secret
    attestation_client secret
    label              personal
    created_at         technical
    last_used_at       technical
$$);

-- The random number that a passkey signs: for one use, in some minutes, for one person where it is known whom it is for.
create table factor.challenge (
    id         uuid primary key     default uuidv7(),
    person_id  uuid references identity.person,
    purpose    text        not null,
    challenge  bytea       not null,
    expires_at timestamptz not null,
    constraint challenge_purpose check (purpose in ('enter', 'add'))
);
create index challenge_person on factor.challenge (person_id);
create index challenge_expired on factor.challenge (expires_at);
select platform.classify('factor.challenge', $$
    id         technical
    person_id  person erase=row
    purpose    technical
    challenge  technical
    expires_at technical
$$);
