create trigger page_searched_new after insert on officialpage.page
    referencing new table as changed for each statement execute function search.changed('page', 'id');
create trigger page_searched_changed after update on officialpage.page
    referencing new table as changed for each statement execute function search.changed('page', 'id');
create trigger page_searched_gone after delete on officialpage.page
    referencing old table as changed for each statement execute function search.changed('page', 'id');

-- A page is found by its body's name as well, and who may find a planned one hangs on who keeps the body.
create function officialpage.searched_of_bodies() returns trigger
    language plpgsql as
$$
begin
    perform search.note('page', array(
            select p.id
            from changed n
                 join before o on o.id = n.id
                 join officialpage.page p on p.body_id = n.id
            where (n.keeper_id, n.deleted_at is null, n.population, n.name_uk, n.name_sr, n.name_ru, n.name_en)
                is distinct from (o.keeper_id, o.deleted_at is null, o.population, o.name_uk, o.name_sr, o.name_ru, o.name_en)));
    return null;
end
$$;
create trigger page_searched_of_bodies after update on registry.body
    referencing old table as before new table as changed for each statement execute function officialpage.searched_of_bodies();
