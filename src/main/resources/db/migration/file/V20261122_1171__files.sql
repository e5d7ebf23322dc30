create schema file;

-- What lies in the folder of stored files under the same id. The name is only what a reader is offered; nothing on the disk
-- bears it. Whose file it is: a person's, or a body's.
create table file.file (
    id         uuid primary key     default uuidv7(),
    name       text        not null,
    type       text        not null,
    size       bigint      not null,
    sha256     bytea       not null,
    purpose    text        not null,
    person_id  uuid,
    body_id    uuid,
    stored_at  timestamptz not null,
    deleted_at timestamptz,
    constraint file_size check (size > 0),
    constraint file_hash check (length(sha256) = 32),
    constraint file_named check (name <> '' and name !~ '[[:cntrl:]/\\]'),
    constraint file_purpose check (purpose ~ '^[a-z]+(\.[a-z]+)*$'),
    constraint file_owned check ((person_id is null) <> (body_id is null))
);
create index file_person on file.file (person_id);
create index file_body on file.file (body_id);
create index file_bin on file.file (deleted_at) where deleted_at is not null;
select platform.classify('file.file', $$
    id         technical
    name       personal
    type       technical
    size       technical
    sha256     technical
    purpose    technical
    person_id  person erase=row
    body_id    technical
    stored_at  technical
    deleted_at technical
$$);
