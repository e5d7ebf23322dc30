create schema namematch;

-- A list of names that a person brings. It is theirs alone and stays for 30 days. headings are empty where it was pasted.
create table namematch.list (
    id              uuid primary key     default uuidv7(),
    person_id       uuid        not null,
    title           text        not null,
    headings        jsonb       not null,
    name_column     integer     not null,
    context_columns integer[]   not null,
    created_at      timestamptz not null,
    matched_at      timestamptz not null,
    deleted_at      timestamptz,
    constraint list_columns check (name_column >= 0 and name_column <> all (context_columns))
);
create index list_person on namematch.list (person_id, created_at);
create index list_age on namematch.list (created_at);
select platform.classify('namematch.list', $$
    id              technical
    person_id       person erase=row
    title           personal
    headings        personal
    name_column     technical
    context_columns technical
    created_at      technical
    matched_at      technical
    deleted_at      technical
$$);

-- A name of a list with what was found for it: candidates with their scores and reasons. body_id is set where that was exact.
create table namematch.line (
    list_id     uuid    not null references namematch.list on delete cascade,
    number      integer not null,
    person_id   uuid    not null,
    cells       jsonb   not null,
    name        text    not null,
    context     jsonb   not null,
    name_key    text    not null,
    context_key text    not null,
    verdict     text    not null,
    body_id     uuid references registry.body on delete set null,
    found       jsonb   not null,
    constraint line_once primary key (list_id, number),
    constraint line_verdict check (verdict in ('exact', 'likely', 'ambiguous', 'none'))
);
create index line_person on namematch.line (person_id);
create index line_body on namematch.line (body_id) where body_id is not null;
select platform.classify('namematch.line', $$
    list_id     technical
    number      technical
    person_id   person erase=row
    cells       personal
    name        personal
    context     personal
    name_key    personal
    context_key personal
    verdict     technical
    body_id     technical
    found       technical
$$);

-- What a person has decided about a name, for all organisers and from then on. No body: none of the register is meant.
-- Decisions made with one button are one batch, which is taken back as one.
create table namematch.decision (
    id          uuid primary key     default uuidv7(),
    batch_id    uuid        not null,
    name        text        not null,
    context     jsonb       not null,
    name_key    text        not null,
    context_key text        not null,
    body_id     uuid references registry.body on delete cascade,
    decided_by  uuid        not null,
    decided_at  timestamptz not null,
    replaced_by uuid references namematch.decision deferrable initially deferred,
    undone_at   timestamptz,
    constraint decision_named check (name_key <> ''),
    constraint decision_not_itself check (replaced_by <> id)
);
-- One decision holds for a name at a time.
create unique index decision_once on namematch.decision (name_key, context_key)
    where replaced_by is null and undone_at is null;
create index decision_batch on namematch.decision (batch_id);
create index decision_replaced on namematch.decision (replaced_by) where replaced_by is not null;
create index decision_body on namematch.decision (body_id) where body_id is not null;
select platform.classify('namematch.decision', $$
    id          technical
    batch_id    technical
    name        open
    context     open
    name_key    open
    context_key open
    body_id     technical
    decided_by  actor
    decided_at  technical
    replaced_by technical
    undone_at   technical
$$);
