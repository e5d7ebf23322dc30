create schema deed;

-- Plain rows written in the transaction of the change; a job chains them in batches (decision 0004: a chain head inside the
-- transaction costs four fifths of the throughput).
create table deed.deed (
    id          uuid primary key     default uuidv7(),
    at          timestamptz not null,
    actor_id    uuid,
    verb        text        not null,
    object_kind text        not null,
    object_id   uuid        not null,
    body_id     uuid,
    detail_hash bytea       not null,
    constraint deed_verb_form check (verb ~ '^[a-z][A-Za-z.]*$')
);
create index deed_object on deed.deed (object_kind, object_id, id);
create index deed_body on deed.deed (body_id, id);
create index deed_actor on deed.deed (actor_id, id);
select platform.classify('deed.deed', $$
    id          technical
    at          technical
    actor_id    actor
    verb        technical
    object_kind technical
    object_id   technical
    body_id     technical
    detail_hash technical
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

create table deed.batch (
    number   bigint primary key,
    count    integer     not null,
    previous bytea       not null,
    hash     bytea       not null,
    at       timestamptz not null
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
create trigger deed_append_only before update or delete on deed.deed for each statement execute function deed.refuse();
create trigger batch_append_only before update or delete on deed.batch for each statement execute function deed.refuse();
create trigger link_append_only before update or delete on deed.link for each statement execute function deed.refuse();
