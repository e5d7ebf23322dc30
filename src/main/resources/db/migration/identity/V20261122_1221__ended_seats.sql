-- Who ended a seat and when: one who has left may take that back for a while, one whose seat was taken away may not.
alter table identity.membership
    add column ended_by uuid,
    add column ended_at timestamptz;
select platform.classify('identity.membership', $$
    ended_by actor
    ended_at technical
$$);
