create schema search;

-- What the index of each node is yet to read. The order in which transactions commit is not that of their ids: whoever reads
-- in the order of ids alone steps over what commits late. So a row says which transaction wrote it, and a node reads only
-- what was written by transactions before the oldest one that still runs.
create table search.change (
    id        bigint generated always as identity primary key,
    kind      text        not null,
    object_id uuid        not null,
    xid       xid8        not null default pg_current_xact_id(),
    at        timestamptz not null default now(),
    constraint change_kind check (kind ~ '^[a-z]+$')
);
create index change_order on search.change (xid, id);
comment on table search.change is 'backup: left out, after a restore each node builds its index anew';
select platform.classify('search.change', $$
    id        technical
    kind      technical
    object_id technical
    xid       technical
    at        technical
$$);

-- Which database an index belongs to, so that after a restore none is taken for that of what was there before. The row is made
-- by the first node that asks. Changes up to pruned are gone: an index that has not read them is built anew.
create table search.epoch (
    only_one boolean primary key default true,
    id       uuid    not null default gen_random_uuid(),
    pruned   xid8    not null default '0',
    constraint epoch_only_one check (only_one)
);
comment on table search.epoch is 'backup: left out, a restored database is another one to the index';
select platform.classify('search.epoch', $$
    only_one technical
    id       technical
    pruned   technical
$$);

create function search.note(of_kind text, ids uuid[]) returns void
    language sql as
$$
insert into search.change (kind, object_id) select distinct of_kind, i from unnest(ids) u (i) where i is not null
$$;

-- For triggers of statements on the tables of other modules, with the rows in a transition table "changed": the kind, and the
-- column with the id of its document.
create function search.changed() returns trigger
    language plpgsql as
$$
begin
    execute format('select search.note(%L, array(select %I from changed))', tg_argv[0], tg_argv[1]);
    return null;
end
$$;
