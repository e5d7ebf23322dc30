-- Takes away people whom an import has brought and who have left no trace since: neither a seat nor a sign-in nor a change.
create function identity.remove_untouched(ids uuid[]) returns setof uuid
    language plpgsql as
$$
declare
    one uuid;
begin
    foreach one in array ids loop
        begin
            delete from identity.person where id = one and version = 0 and not operator;
            if found then
                return next one;
            end if;
        exception when foreign_key_violation then
            null;
        end;
    end loop;
end
$$;
