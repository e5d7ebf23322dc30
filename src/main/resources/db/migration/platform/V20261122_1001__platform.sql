create schema if not exists platform;

-- Says of each column of a table what it holds about people, one line a column: name, class, and for a personal one what
-- erasure does. The classes are documented in docs/decisions/0005-personal-data-by-column.md.
create function platform.classify(of_table regclass, lines text) returns void
    language plpgsql as
$$
declare
    line  text;
    parts text[];
begin
    foreach line in array string_to_array(lines, E'\n')
        loop
            line := trim(line);
            continue when line = '';
            parts := regexp_match(line, '^(\S+)\s+(.+)$');
            if parts is null then
                raise exception 'Cannot read the class of a column: %', line;
            end if;
            execute format('comment on column %s.%I is %L', of_table, parts[1], 'data: ' || parts[2]);
        end loop;
end
$$;

create table platform.setting (
    name  text primary key,
    value text not null
);
select platform.classify('platform.setting', $$
    name  technical
    value technical
$$);

create table platform.offered_language (
    tag      text primary key,
    position integer not null,
    constraint offered_language_known check (tag in ('uk', 'sr', 'sr-Latn', 'ru', 'en'))
);
select platform.classify('platform.offered_language', $$
    tag      technical
    position technical
$$);

create table platform.change (
    topic   text primary key,
    version bigint not null
);
select platform.classify('platform.change', $$
    topic   technical
    version technical
$$);

create table platform.once (
    key      uuid primary key,
    digest   text        not null,
    location text        not null,
    at       timestamptz not null default now()
);
create index once_at on platform.once (at);
select platform.classify('platform.once', $$
    key      technical
    digest   technical
    location technical
    at       technical
$$);
