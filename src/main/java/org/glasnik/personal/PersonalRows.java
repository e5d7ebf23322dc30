package org.glasnik.personal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnik.access.PersonId;
import org.glasnik.personal.Column.Holds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of people in all tables, found by the columns' classes and not by knowing the tables. */
@Repository
class PersonalRows {
    private final JdbcClient jdbc;
    private final Columns columns;

    PersonalRows(JdbcClient jdbc, Columns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    /** The classes change with a migration only, but then at once: they are read anew each time. */
    PersonTables tables() {
        return PersonTables.of(columns.all(), columns.references());
    }

    private record Counted(String name, long rows) {}

    /** How many rows each table holds of a person, tables without any left out, by name. */
    Map<String, Long> counts(PersonTables tables, PersonId person) {
        if (tables.own().isEmpty()) {
            return Map.of();
        }
        String all = tables.own().stream()
                .map(t -> "select '" + t.name().replace("'", "''") + "' as name, count(*) as rows from " + t.quoted()
                        + " where " + t.whose(tables.keys()))
                .collect(Collectors.joining(" union all "));
        return jdbc
                .sql("select name, rows from (" + all + ") as every where rows > 0 order by name")
                .param("people", ids(Set.of(person)))
                .query(Counted.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Counted::name, Counted::rows, (a, b) -> a, LinkedHashMap::new));
    }

    /** A person's rows of one table as JSON objects, secrets left out. */
    List<String> own(PersonTable table, PersonTables tables, PersonId person) {
        return jdbc.sql("select to_json(own) from (select " + hers(table.shown()) + " from " + table.quoted()
                        + " where " + table.whose(tables.keys()) + " order by 1) as own")
                .param("people", ids(Set.of(person)))
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** What a person did, as JSON objects: nothing in them is about anybody else. */
    List<String> acted(List<Column> table, PersonId person) {
        List<Column> shown = table.stream()
                .filter(c -> c.is(Holds.TECHNICAL) || c.is(Holds.OPEN) || c.is(Holds.ACTOR))
                .toList();
        String by = table.stream()
                .filter(c -> c.is(Holds.ACTOR))
                .map(c -> c.quoted() + " = any(:people)")
                .collect(Collectors.joining(" or "));
        return jdbc.sql("select to_json(done) from (select " + hers(shown) + " from "
                        + table.getFirst().quotedTable() + " where " + by + " order by 1) as done")
                .param("people", ids(Set.of(person)))
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Erases the rows of people in every table, as the classes say. Returns how many rows were deleted or changed. */
    int erase(Set<PersonId> people, Instant now) {
        PersonTables tables = tables();
        int erased = 0;
        for (PersonTable table : tables.own()) {
            String whose = table.whose(tables.keys());
            if (table.goes()) {
                erased += jdbc.sql("delete from " + table.quoted() + " where " + whose)
                        .param("people", ids(people))
                        .update();
            } else if (!table.blanked().isEmpty()) {
                erased += jdbc.sql("update " + table.quoted() + " set " + table.blanked() + " where " + whose + " and "
                                + table.unblanked())
                        .param("people", ids(people))
                        .param("now", Timestamp.from(now))
                        .update();
            }
        }
        return erased;
    }

    /** How many of these people have a row that says when they were erased, and does not say it. */
    int unerased(Set<PersonId> people) {
        PersonTables tables = tables();
        return people.isEmpty()
                ? 0
                : tables.own().stream()
                        .flatMap(t -> t.columns().stream()
                                .filter(c -> c.erases(Column.Erase.NOW))
                                .map(c -> jdbc.sql("select count(*) from " + t.quoted() + " where "
                                                + t.whose(tables.keys()) + " and " + c.quoted() + " is null")
                                        .param("people", ids(people))
                                        .query(Integer.class)
                                        .single()))
                        .mapToInt(Integer::intValue)
                        .sum();
    }

    /** Columns, of which those that say who did something say so only where it was the person. */
    private static String hers(List<Column> of) {
        return of.stream()
                .map(c -> c.is(Holds.ACTOR)
                        ? "case when " + c.quoted() + " = any(:people) then " + c.quoted() + " end as " + c.quoted()
                        : c.quoted())
                .collect(Collectors.joining(", "));
    }

    private static UUID[] ids(Set<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }
}
