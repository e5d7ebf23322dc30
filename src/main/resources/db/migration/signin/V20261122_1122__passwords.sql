create table signin.password (
    person_id  uuid primary key references identity.person,
    hash       text        not null,
    changed_at timestamptz not null,
    constraint password_kind check (hash like '$argon2id$%')
);
select platform.classify('signin.password', $$
    person_id  person erase=row
    hash       secret
    changed_at technical
$$);
