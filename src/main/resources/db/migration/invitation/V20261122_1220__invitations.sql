create schema invitation;

-- An invitation to a seat. It is open until it is accepted, refused or withdrawn, or its time is over.
create table invitation.invitation (
    id         uuid primary key     default uuidv7(),
    body_id    uuid        not null references registry.body,
    seat       text        not null,
    -- Whose address it is: set when someone with an account is invited, or has accepted.
    person_id  uuid references identity.person,
    name       text        not null,
    mail       text        not null,
    mail_key   text        not null,
    language   text        not null,
    invited_by uuid        not null references identity.person,
    created_at timestamptz not null,
    sent_at    timestamptz not null,
    expires_at timestamptz not null,
    ended_at   timestamptz,
    -- accepted, refused or withdrawn
    outcome    text,
    constraint invitation_seat check (seat in ('manager', 'specialist', 'page_admin', 'organiser', 'desk', 'other')),
    constraint invitation_end check ((ended_at is null) = (outcome is null)),
    constraint invitation_outcome check (outcome in ('accepted', 'refused', 'withdrawn'))
);
-- The same person is invited to the same seat once at a time.
create unique index invitation_open on invitation.invitation (body_id, seat, mail_key) where ended_at is null;
create index invitation_mail on invitation.invitation (mail_key) where ended_at is null;
create index invitation_person on invitation.invitation (person_id);
select platform.classify('invitation.invitation', $$
    id         technical
    body_id    technical
    seat       technical
    person_id  person erase=row
    name       personal
    mail       personal
    mail_key   personal by=mail
    language   personal
    invited_by actor
    created_at technical
    sent_at    technical
    expires_at technical
    ended_at   technical
    outcome    technical
$$);
