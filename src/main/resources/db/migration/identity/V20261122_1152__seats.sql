-- A seat that ended because its person went into the bin begins again when the person comes back.
alter table identity.membership
    add column binned boolean not null default false;
select platform.classify('identity.membership', $$
    binned technical
$$);

-- An installation without an operator is lost. The trigger looks under a lock: two operators who take the power from each
-- other at once would each see the other one still there.
create function identity.keep_an_operator() returns trigger
    language plpgsql as
$$
begin
    perform pg_advisory_xact_lock(hashtextextended('identity.operator', 0));
    if not exists (select 1 from identity.person where operator and deleted_at is null and erased_at is null) then
        raise exception 'The last operator stays' using constraint = 'person_last_operator', errcode = 'check_violation';
    end if;
    return null;
end
$$;
create trigger person_last_operator after update of operator, deleted_at, erased_at on identity.person
    for each row
    when (old.operator and old.deleted_at is null and old.erased_at is null
        and not (new.operator and new.deleted_at is null and new.erased_at is null))
execute function identity.keep_an_operator();
