-- Whose law a body lives under. Legal terms hang on it, so it is a table and no list in the code.
create table registry.jurisdiction (
    code    text primary key,
    name_uk text not null default '',
    name_sr text not null default '',
    name_ru text not null default '',
    name_en text not null default '',
    constraint jurisdiction_code check (code ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
    constraint jurisdiction_named check (name_uk <> '' or name_sr <> '' or name_ru <> '' or name_en <> '')
);
select platform.classify('registry.jurisdiction', $$
    code    open
    name_uk open
    name_sr open
    name_ru open
    name_en open
$$);
insert into registry.jurisdiction (code, name_uk, name_sr, name_ru, name_en) values
    ('UA', 'Україна', 'Украјина', 'Украина', 'Ukraine'),
    ('RS', 'Сербія', 'Србија', 'Сербия', 'Serbia'),
    ('RU', 'Росія', 'Русија', 'Россия', 'Russia'),
    ('GB', 'Велика Британія', 'Уједињено Краљевство', 'Великобритания', 'United Kingdom'),
    ('US', 'США', 'САД', 'США', 'United States');

-- array_to_string is only stable, for the sake of types whose texts hang on settings: those of text do not.
create function registry.lines(words text[]) returns text
    language sql immutable strict parallel safe as
$$
select coalesce(string_agg(w, ' ' order by n), '') from unnest(words) with ordinality as u (w, n)
$$;

alter table registry.body
    add column jurisdiction text references registry.jurisdiction on update cascade,
    add column other_names  text[]  not null default '{}',
    add column phone        text    not null default '',
    add column address      text    not null default '',
    add column zone         text    not null default '',
    add column founded_on   date,
    add column ended_on     date,
    add column ending       text,
    add column ending_basis text    not null default '',
    add constraint body_ending check (ending in ('merged', 'abolished')),
    add constraint body_ended check ((ended_on is null) = (ending is null)),
    add constraint body_lived check (ended_on >= founded_on),
    drop constraint body_kind,
    add constraint body_kind check (kind in (
        'hromada', 'municipality', 'city', 'council', 'district', 'county', 'oblast', 'ministry', 'agency', 'association',
        'centre', 'police', 'emergency', 'migration', 'hospital', 'clinic', 'school', 'culture', 'transport', 'enterprise',
        'other'));
alter table registry.body
    alter column folded set expression as (platform.fold(
        code || ' ' || name_uk || ' ' || name_sr || ' ' || name_ru || ' ' || name_en || ' ' || registry.lines(other_names)));
create index body_jurisdiction on registry.body (jurisdiction, kind);
select platform.classify('registry.body', $$
    jurisdiction open
    other_names  open
    phone        open
    address      open
    zone         open
    founded_on   open
    ended_on     open
    ending       open
    ending_basis open
$$);

-- What a body was called before it was renamed.
create table registry.former_name (
    id      uuid primary key default uuidv7(),
    body_id uuid not null references registry.body on delete cascade,
    name_uk text not null default '',
    name_sr text not null default '',
    name_ru text not null default '',
    name_en text not null default '',
    until   date not null,
    basis   text not null default '',
    folded  text generated always as (platform.fold(name_uk || ' ' || name_sr || ' ' || name_ru || ' ' || name_en)) stored,
    constraint former_name_once unique (body_id, until),
    constraint former_name_named check (name_uk <> '' or name_sr <> '' or name_ru <> '' or name_en <> '')
);
select platform.classify('registry.former_name', $$
    id      technical
    body_id open
    name_uk open
    name_sr open
    name_ru open
    name_en open
    until   open
    basis   open
    folded  open
$$);

-- Who goes on with what a merged or abolished body did.
create table registry.successor (
    body_id      uuid not null references registry.body on delete cascade,
    successor_id uuid not null references registry.body,
    constraint successor_once primary key (body_id, successor_id),
    constraint successor_not_itself check (body_id <> successor_id)
);
create index successor_of on registry.successor (successor_id);
select platform.classify('registry.successor', $$
    body_id      open
    successor_id open
$$);

create or replace view registry.body_open as
select id, code, kind, parent_id, name_uk, name_sr, name_ru, name_en, population, organising, hue, keeper_id, jurisdiction,
       ended_on, site
from registry.body
where deleted_at is null;

-- Every name under which a body may be looked for, the bin left out.
create view registry.every_name (body_id, name, sort) as
select b.id, n.name, n.sort
from registry.body b
     cross join lateral (
         select w.name, 'name' as sort
         from (values (b.name_uk), (b.name_sr), (platform.serbian_latin(b.name_sr)), (b.name_ru), (b.name_en)) w (name)
         union
         select u.name, 'alias' from unnest(b.other_names) u (name)
         union
         select w.name, 'former'
         from registry.former_name f
              cross join lateral (values (f.name_uk), (f.name_sr), (platform.serbian_latin(f.name_sr)), (f.name_ru), (f.name_en)) w (name)
         where f.body_id = b.id) n
where b.deleted_at is null and n.name <> '';

-- The body itself and all that stand under it, the bin left out.
create function registry.with_below(top uuid) returns setof uuid
    language sql stable parallel safe as
$$
with recursive below as (
    select b.id from registry.body b where b.id = top and b.deleted_at is null
    union
    select b.id from registry.body b join below on b.parent_id = below.id where b.deleted_at is null)
select id from below
$$;

-- Many rows of one statement could close a circle that a look before each of them does not see: look after the statement.
drop trigger body_no_circle on registry.body;
create constraint trigger body_no_circle after insert or update of parent_id on registry.body
    for each row when (new.parent_id is not null) execute function registry.refuse_circle();
create or replace function registry.refuse_circle() returns trigger
    language plpgsql as
$$
begin
    perform pg_advisory_xact_lock(hashtextextended('registry.body', 0));
    if exists (with recursive above as (
                   select parent_id as id from registry.body where id = new.id
                   union
                   select b.parent_id from registry.body b join above a on b.id = a.id)
               select 1 from above where id = new.id) then
        raise exception 'A body cannot stand above itself' using constraint = 'body_no_circle', errcode = 'check_violation';
    end if;
    return null;
end
$$;

-- Rows of an import may name bodies that later rows bring.
alter table registry.body alter constraint body_parent_id_fkey deferrable initially immediate;
alter table registry.successor alter constraint successor_successor_id_fkey deferrable initially immediate;

-- Removes bodies that are as an import has left them and that nothing refers to; those that went are returned. All at once
-- where that works: of many bodies one mostly stands under another.
create function registry.remove_unchanged(ids uuid[], versions integer[]) returns setof uuid
    language plpgsql as
$$
declare
    one record;
begin
    begin
        return query delete from registry.body b using unnest(ids, versions) as u (id, version)
            where b.id = u.id and b.version = u.version and b.deleted_at is null
            returning b.id;
        return;
    exception when foreign_key_violation then
        null;
    end;
    for one in select * from unnest(ids, versions) as u (id, version) loop
        begin
            delete from registry.body b where b.id = one.id and b.version = one.version and b.deleted_at is null;
            if found then
                return next one.id;
            end if;
        exception when foreign_key_violation then
            null;
        end;
    end loop;
end
$$;
