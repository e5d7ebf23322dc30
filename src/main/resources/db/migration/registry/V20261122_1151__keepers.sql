-- Which organising body keeps this record; null: the operator does.
alter table registry.body
    add column keeper_id  uuid references registry.body,
    add column changed_at timestamptz not null default now(),
    add column folded     text generated always as (
        platform.fold(code || ' ' || name_uk || ' ' || name_sr || ' ' || name_ru || ' ' || name_en)) stored;
-- Two spellings of one code are one code.
create unique index body_code_once on registry.body (lower(code));
create index body_keeper on registry.body (keeper_id);
select platform.classify('registry.body', $$
    keeper_id  open
    changed_at technical
    folded     open
$$);

-- In which of its languages a body's name is shown to a reader of one: that one (Cyrillic for Serbian Latin), else English,
-- Ukrainian, Serbian, Russian. The only place of this rule.
create function registry.name_tag(reader text, uk text, sr text, ru text, en text) returns text
    language sql immutable parallel safe as
$$
select case
           when reader = 'uk' and uk <> '' then 'uk'
           when reader in ('sr', 'sr-Latn') and sr <> '' then 'sr'
           when reader = 'ru' and ru <> '' then 'ru'
           when en <> '' then 'en'
           when uk <> '' then 'uk'
           when sr <> '' then 'sr'
           else 'ru'
           end
$$;

create function registry.name_text(tag text, uk text, sr text, ru text, en text) returns text
    language sql immutable parallel safe as
$$
select case tag when 'uk' then uk when 'sr' then sr when 'ru' then ru else en end
$$;

-- What names are sorted by, under the collation of the reader's language.
create function registry.name_order(reader text, uk text, sr text, ru text, en text) returns text
    language sql immutable parallel safe as
$$
select case
           when reader = 'sr-Latn' and registry.name_tag(reader, uk, sr, ru, en) = 'sr' then platform.serbian_latin(sr)
           else registry.name_text(registry.name_tag(reader, uk, sr, ru, en), uk, sr, ru, en)
           end
$$;

create or replace view registry.body_open as
select id, code, kind, parent_id, name_uk, name_sr, name_ru, name_en, population, organising, hue, keeper_id
from registry.body
where deleted_at is null;

-- For history, which speaks of bodies in the bin as well.
create view registry.body_named as
select id, code, name_uk, name_sr, name_ru, name_en, keeper_id, deleted_at
from registry.body;

-- A body above itself would hang every walk upwards. One writer at a time looks, or two moves could close a circle together.
create function registry.refuse_circle() returns trigger
    language plpgsql as
$$
begin
    perform pg_advisory_xact_lock(hashtextextended('registry.body', 0));
    if exists (with recursive above as (
                   select id, parent_id from registry.body where id = new.parent_id
                   union
                   select b.id, b.parent_id from registry.body b join above a on b.id = a.parent_id)
               select 1 from above where id = new.id) then
        raise exception 'A body cannot stand above itself' using constraint = 'body_no_circle', errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger body_no_circle before insert or update of parent_id on registry.body
    for each row when (new.parent_id is not null) execute function registry.refuse_circle();

-- Removes for good what has been in the bin since before an instant, but for what anything still refers to: the foreign keys
-- of all modules say so, those that are yet to be written included.
create function registry.purge(before timestamptz) returns setof uuid
    language plpgsql as
$$
declare
    candidate uuid;
begin
    for candidate in select id from registry.body where deleted_at < before order by id desc loop
        begin
            delete from registry.body where id = candidate;
            return next candidate;
        exception when foreign_key_violation then
            null;
        end;
    end loop;
end
$$;
