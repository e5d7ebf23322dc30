create trigger body_searched_new after insert on registry.body
    referencing new table as changed for each statement execute function search.changed('body', 'id');
create trigger body_searched_gone after delete on registry.body
    referencing old table as changed for each statement execute function search.changed('body', 'id');

-- What stands under a body is found by its name as well.
create function registry.searched() returns trigger
    language plpgsql as
$$
begin
    perform search.note('body', array(
            select id from changed
            union
            select b.id
            from changed n
                 join before o on o.id = n.id
                 join registry.body b on b.parent_id = n.id
            where (n.name_uk, n.name_sr, n.name_ru, n.name_en, n.deleted_at is null)
                is distinct from (o.name_uk, o.name_sr, o.name_ru, o.name_en, o.deleted_at is null)));
    return null;
end
$$;
create trigger body_searched_changed after update on registry.body
    referencing old table as before new table as changed for each statement execute function registry.searched();

create trigger former_name_searched_new after insert on registry.former_name
    referencing new table as changed for each statement execute function search.changed('body', 'body_id');
create trigger former_name_searched_changed after update on registry.former_name
    referencing new table as changed for each statement execute function search.changed('body', 'body_id');
create trigger former_name_searched_gone after delete on registry.former_name
    referencing old table as changed for each statement execute function search.changed('body', 'body_id');
