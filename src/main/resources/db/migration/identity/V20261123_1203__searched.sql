create trigger person_searched_new after insert on identity.person
    referencing new table as changed for each statement execute function search.changed('person', 'id');
create trigger person_searched_changed after update on identity.person
    referencing new table as changed for each statement execute function search.changed('person', 'id');
create trigger person_searched_gone after delete on identity.person
    referencing old table as changed for each statement execute function search.changed('person', 'id');

create trigger membership_searched_new after insert on identity.membership
    referencing new table as changed for each statement execute function search.changed('person', 'person_id');
create trigger membership_searched_changed after update on identity.membership
    referencing new table as changed for each statement execute function search.changed('person', 'person_id');
create trigger membership_searched_gone after delete on identity.membership
    referencing old table as changed for each statement execute function search.changed('person', 'person_id');

-- Who may find a person hangs on who keeps the bodies in which the person sits, and on whether these are in the bin.
create function identity.searched_of_bodies() returns trigger
    language plpgsql as
$$
begin
    perform search.note('person', array(
            select m.person_id
            from changed n
                 join before o on o.id = n.id
                 join identity.membership m on m.body_id = n.id
            where (n.keeper_id, n.deleted_at is null, n.name_uk, n.name_sr, n.name_ru, n.name_en)
                is distinct from (o.keeper_id, o.deleted_at is null, o.name_uk, o.name_sr, o.name_ru, o.name_en)));
    return null;
end
$$;
create trigger person_searched_of_bodies after update on registry.body
    referencing old table as before new table as changed for each statement execute function identity.searched_of_bodies();
