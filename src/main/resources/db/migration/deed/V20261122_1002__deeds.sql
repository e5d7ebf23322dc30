create schema deed;

-- Plain rows written in the transaction of the change; a job chains them in batches (decision 0004: a chain head inside the
-- transaction costs four fifths of the throughput).
create table deed.deed (
    id           uuid primary key     default uuidv7(),
    at           timestamptz not null,
    actor_id     uuid,
    verb         text        not null,
    object_kind  text        not null,
    object_id    uuid        not null,
    body_id      uuid,
    -- Whether the detail holds a person's values, and so may be gone one day without a fault.
    about_person boolean     not null,
    detail_hash  bytea       not null,
    constraint deed_verb_form check (verb ~ '^[a-z][A-Za-z_.]*$'),
    constraint deed_kind_form check (object_kind ~ '^[a-z][A-Za-z_]*$'),
    constraint deed_hash_length check (length(detail_hash) = 32)
);
create index deed_time on deed.deed (at, id);
create index deed_object on deed.deed (object_kind, object_id, at, id);
create index deed_body on deed.deed (body_id, at, id);
create index deed_actor on deed.deed (actor_id, at, id);
select platform.classify('deed.deed', $$
    id           technical
    at           technical
    actor_id     actor
    verb         technical
    object_kind  technical
    object_id    technical
    body_id      technical
    about_person technical
    detail_hash  technical
$$);

-- From what to what. Outside the chain, which holds only a salted hash of it: so a person's values can be erased and the
-- chain still holds.
create table deed.detail (
    deed_id   uuid primary key references deed.deed,
    person_id uuid,
    salt      bytea not null,
    changes   text  not null
);
create index detail_person on deed.detail (person_id);
select platform.classify('deed.detail', $$
    deed_id   technical
    person_id person erase=row
    salt      technical
    changes   personal
$$);

-- Deeds that no batch holds yet. A table of its own, because finding the unchained among all deeds grows with the account.
create table deed.waiting (
    deed_id uuid primary key references deed.deed
);
select platform.classify('deed.waiting', $$
    deed_id technical
$$);

create table deed.batch (
    number   bigint primary key,
    count    integer     not null,
    previous bytea       not null,
    hash     bytea       not null,
    at       timestamptz not null,
    constraint batch_number check (number > 0),
    constraint batch_filled check (count > 0),
    constraint batch_hash unique (hash)
);
select platform.classify('deed.batch', $$
    number   technical
    count    technical
    previous technical
    hash     technical
    at       technical
$$);

create table deed.link (
    deed_id  uuid primary key references deed.deed,
    batch    bigint  not null references deed.batch,
    position integer not null,
    constraint link_place unique (batch, position)
);
select platform.classify('deed.link', $$
    deed_id  technical
    batch    technical
    position technical
$$);

create function deed.refuse() returns trigger
    language plpgsql as
$$
begin
    raise exception 'The account of deeds is only added to';
end
$$;
create trigger deed_append_only before update or delete or truncate on deed.deed for each statement execute function deed.refuse();
create trigger batch_append_only before update or delete or truncate on deed.batch for each statement execute function deed.refuse();
create trigger link_append_only before update or delete or truncate on deed.link for each statement execute function deed.refuse();
-- Deleting is open: that is how a person's values are erased.
create trigger detail_unchanged before update or truncate on deed.detail for each statement execute function deed.refuse();
