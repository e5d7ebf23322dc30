create schema importing;

-- One file on its way in. Rows wait in the database and not in a file: any node goes on where another has stopped.
create table importing.import (
    id         uuid primary key     default uuidv7(),
    kind       text        not null,
    file_name  text        not null,
    format     text        not null,
    person_id  uuid,
    headings   jsonb       not null,
    chosen     jsonb       not null default '{}',
    state      text        not null default 'mapping',
    skip_bad   boolean     not null default false,
    fault      text        not null default '',
    total      integer     not null,
    fresh      integer     not null default 0,
    changed    integer     not null default 0,
    same       integer     not null default 0,
    refused    integer     not null default 0,
    flagged    integer     not null default 0,
    kept       integer     not null default 0,
    created_at timestamptz not null,
    applied_at timestamptz,
    undone_at  timestamptz,
    constraint import_kind check (kind ~ '^[a-z]+$'),
    constraint import_state check (state in ('mapping', 'judging', 'judged', 'applying', 'applied', 'undoing', 'undone'))
);
create index import_person on importing.import (person_id, created_at);
select platform.classify('importing.import', $$
    id         technical
    kind       technical
    file_name  technical
    format     technical
    person_id  actor
    headings   technical
    chosen     technical
    state      technical
    skip_bad   technical
    fault      technical
    total      technical
    fresh      technical
    changed    technical
    same       technical
    refused    technical
    flagged    technical
    kept       technical
    created_at technical
    applied_at technical
    undone_at  technical
$$);

-- A row of the file with its fate. What it was before stays until the import can no longer be undone.
create table importing.row (
    import_id  uuid    not null references importing.import on delete cascade,
    number     integer not null,
    cells      jsonb   not null,
    about_id   uuid,
    about_mail text    not null default '',
    fate       text,
    flagged    boolean not null default false,
    label      text    not null default '',
    object_id  uuid,
    verdict    jsonb,
    before     jsonb,
    after      jsonb,
    kept       boolean not null default false,
    constraint row_once primary key (import_id, number),
    constraint row_fate check (fate in ('fresh', 'changed', 'same', 'refused'))
);
create index row_fate_index on importing.row (import_id, fate, number);
create index row_about on importing.row (about_id) where about_id is not null;
select platform.classify('importing.row', $$
    import_id  technical
    number     technical
    cells      personal
    about_id   person erase=row
    about_mail personal by=mail
    fate       technical
    flagged    technical
    label      personal
    object_id  technical
    verdict    personal
    before     personal
    after      personal
    kept       technical
$$);

-- How far the work on an import has come, and which node is at it. Apart from the import, whose row the work holds locked.
create table importing.progress (
    import_id    uuid primary key references importing.import on delete cascade,
    worker       uuid        not null,
    leased_until timestamptz not null,
    done         integer     not null default 0
);
select platform.classify('importing.progress', $$
    import_id    technical
    worker       technical
    leased_until technical
    done         technical
$$);

-- Which column people have chosen for a heading: guessed again the next time.
create table importing.remembered (
    kind    text        not null,
    field   text        not null,
    heading text        not null,
    at      timestamptz not null,
    constraint remembered_once primary key (kind, field, heading)
);
select platform.classify('importing.remembered', $$
    kind    technical
    field   technical
    heading technical
    at      technical
$$);
