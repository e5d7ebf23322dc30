create schema backup;

-- When a copy of everything was written to a file.
create table backup.copy (
    id        uuid primary key     default uuidv7(),
    at        timestamptz not null,
    bytes     bigint      not null,
    encrypted boolean     not null,
    constraint copy_bytes check (bytes > 0)
);
select platform.classify('backup.copy', $$
    id        technical
    at        technical
    bytes     technical
    encrypted technical
$$);

-- When everything was brought back, and from a copy of when. Its row is part of the restoring transaction: by it the next
-- start knows whether the files that lie ready under this id belong to the database (decision 0006).
create table backup.restoration (
    id        uuid primary key,
    at        timestamptz not null,
    copied_at timestamptz not null
);
select platform.classify('backup.restoration', $$
    id        technical
    at        technical
    copied_at technical
$$);
comment on table backup.restoration is 'backup: left out, it is the history of this database and not of the copied one';

-- What a backup leaves out says so on its table.
comment on table signin.session is 'backup: left out, whoever was signed in signs in again';
comment on table signin.session_attributes is 'backup: left out, whoever was signed in signs in again';
comment on table signin.arrival is 'backup: left out, it speaks of sessions that are over';
comment on table signin.mail_request is 'backup: left out, its rows live for seconds';
comment on table platform.once is 'backup: left out, the work of the forms that were sent since is not in it either';
comment on table platform.change is 'backup: left out, it only tells running nodes what to read again';
comment on table platform.rate_limit is 'backup: left out, its rows live for minutes';
comment on table factor.challenge is 'backup: left out, its rows live for minutes';
comment on table factor.try is 'backup: left out, its rows live for minutes';
