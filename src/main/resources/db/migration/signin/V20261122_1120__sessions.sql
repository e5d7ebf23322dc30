create schema signin;

-- Tables of Spring Session: its columns and their names are the library's, the person is ours. A name that is not the id of
-- a person cannot be stored.
create table signin.session (
    primary_id            char(36)     not null,
    session_id            char(36)     not null,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval integer      not null,
    expiry_time           bigint       not null,
    principal_name        varchar(100),
    person_id             uuid generated always as (principal_name::uuid) stored references identity.person,
    constraint session_pk primary key (primary_id)
);
create unique index session_once on signin.session (session_id);
create index session_expired on signin.session (expiry_time);
create index session_principal on signin.session (principal_name);
create index session_person on signin.session (person_id);
select platform.classify('signin.session', $$
    primary_id            technical
    session_id            secret
    creation_time         technical
    last_access_time      technical
    max_inactive_interval technical
    expiry_time           technical
    principal_name        technical
    person_id             person erase=row
$$);

create table signin.session_attributes (
    session_primary_id char(36)     not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    person_id          uuid references identity.person,
    constraint session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint session_attributes_session foreign key (session_primary_id) references signin.session (primary_id) on delete cascade
);
create index session_attributes_person on signin.session_attributes (person_id);
select platform.classify('signin.session_attributes', $$
    session_primary_id technical
    attribute_name     technical
    attribute_bytes    secret
    person_id          person erase=row
$$);

-- The library does not know whose an attribute is.
create function signin.own_attribute() returns trigger
    language plpgsql as
$$
begin
    new.person_id := (select s.person_id from signin.session s where s.primary_id = new.session_primary_id);
    return new;
end
$$;
create trigger attribute_owned before insert or update on signin.session_attributes
    for each row execute function signin.own_attribute();

-- What a person sees of each sign-in: enough to know one's own devices again, too little to follow anyone.
create table signin.arrival (
    id         uuid primary key     default uuidv7(),
    person_id  uuid        not null references identity.person,
    session_id char(36)    not null,
    device     text        not null,
    address    text        not null,
    at         timestamptz not null,
    constraint arrival_once unique (session_id)
);
create index arrival_person on signin.arrival (person_id);
create index arrival_at on signin.arrival (at);
select platform.classify('signin.arrival', $$
    id         technical
    person_id  person erase=row
    session_id secret
    device     personal
    address    personal
    at         technical
$$);
