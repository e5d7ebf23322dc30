create schema registry;

-- Public bodies. The code is the key that authorities themselves use: names repeat.
create table registry.body (
    id         uuid primary key     default uuidv7(),
    code       text        not null,
    kind       text        not null,
    parent_id  uuid references registry.body,
    name_uk    text        not null default '',
    name_sr    text        not null default '',
    name_ru    text        not null default '',
    name_en    text        not null default '',
    population integer,
    site       text        not null default '',
    mail       text        not null default '',
    organising boolean     not null default false,
    hue        integer     not null default 187,
    version    integer     not null default 0,
    created_at timestamptz not null default now(),
    deleted_at timestamptz,
    deleted_by uuid,
    constraint body_code unique (code),
    constraint body_named check (name_uk <> '' or name_sr <> '' or name_ru <> '' or name_en <> ''),
    constraint body_kind check (kind ~ '^[a-z_]+$'),
    constraint body_population check (population is null or population >= 0),
    constraint body_hue check (hue between 0 and 359),
    constraint body_not_own_parent check (parent_id is null or parent_id <> id)
);
create index body_parent on registry.body (parent_id);
create index body_kind_index on registry.body (kind) where deleted_at is null;
select platform.classify('registry.body', $$
    id         technical
    code       open
    kind       open
    parent_id  open
    name_uk    open
    name_sr    open
    name_ru    open
    name_en    open
    population open
    site       open
    mail       open
    organising open
    hue        open
    version    technical
    created_at technical
    deleted_at technical
    deleted_by actor
$$);

-- What other modules may join: bodies that are not in the bin.
create view registry.body_open as
select id, code, kind, parent_id, name_uk, name_sr, name_ru, name_en, population, organising, hue
from registry.body
where deleted_at is null;
