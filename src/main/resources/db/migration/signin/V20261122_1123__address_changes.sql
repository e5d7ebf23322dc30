-- A change of address waits until both ends have confirmed it, in either order.
create table signin.address_change (
    id               uuid primary key     default uuidv7(),
    person_id        uuid        not null references identity.person,
    mail             text        not null,
    mail_key         text        not null,
    old_confirmed_at timestamptz,
    new_confirmed_at timestamptz,
    requested_at     timestamptz not null,
    expires_at       timestamptz not null,
    constraint address_change_one unique (person_id)
);
select platform.classify('signin.address_change', $$
    id               technical
    person_id        person erase=row
    mail             personal
    mail_key         personal
    old_confirmed_at technical
    new_confirmed_at technical
    requested_at     technical
    expires_at       technical
$$);
