create schema signin;

-- Spring Session 4; principal_name is the id of the person who is signed in.
create table signin.session (
    primary_id            char(36) primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval integer  not null,
    expiry_time           bigint   not null,
    principal_name        text,
    constraint session_by_id unique (session_id)
);
create index session_expiry on signin.session (expiry_time);
create index session_principal on signin.session (principal_name);
create table signin.session_attributes (
    session_primary_id char(36) not null references signin.session on delete cascade,
    attribute_name     text     not null,
    attribute_bytes    bytea    not null,
    primary key (session_primary_id, attribute_name)
);
