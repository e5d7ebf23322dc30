-- Token buckets in the form of the library that counts them. The id is a keyed hash of whom a limit concerns.
create table platform.rate_limit (
    id         text primary key,
    state      bytea,
    expires_at bigint
);
create index rate_limit_expired on platform.rate_limit (expires_at);
select platform.classify('platform.rate_limit', $$
    id         technical
    state      technical
    expires_at technical
$$);
