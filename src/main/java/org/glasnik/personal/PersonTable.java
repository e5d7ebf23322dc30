package org.glasnik.personal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnik.personal.Column.Erase;
import org.glasnik.personal.Column.Holds;
import org.jspecify.annotations.Nullable;

/** A table whose rows belong to people. */
record PersonTable(String name, String quoted, Column person, List<Column> columns) {
    /** Empty where no column says whose the rows are. */
    static Optional<PersonTable> of(List<Column> columns) {
        return columns.stream()
                .filter(column -> column.is(Holds.PERSON))
                .findFirst()
                .map(person -> new PersonTable(person.of(), person.quotedTable(), person, columns));
    }

    /** Whether erasure deletes the rows. */
    boolean goes() {
        return person.erases(Erase.ROW);
    }

    /** What of a row its person may see: everything but what opens something. */
    List<Column> shown() {
        return columns.stream().filter(c -> !c.is(Holds.SECRET)).toList();
    }

    /** What erasure keeps and for a reason of its own. */
    List<Column> kept() {
        return goes()
                ? List.of()
                : columns.stream().filter(c -> c.erases(Erase.KEEP)).toList();
    }

    /**
     * Which rows are those of {@code :people}. A row without a person belongs to whoever has the address in it.
     *
     * @param keys where people's addresses stand, null where nowhere
     */
    String whose(PersonTables.@Nullable Keys keys) {
        String own = person.quoted() + " = any(" + cast() + ")";
        List<Column> found = columns.stream().filter(c -> c.foundBy() != null).toList();
        if (found.isEmpty() || keys == null) {
            return own;
        }
        return found.stream()
                .map(c -> " or " + person.quoted() + " is null and lower(" + c.quoted() + ") in (select "
                        + keys.key().quoted() + " from " + keys.key().quotedTable() + " where "
                        + keys.person().quoted() + " = any(:people))")
                .collect(Collectors.joining("", "(" + own, ")"));
    }

    /** What the columns are set to; empty where nothing is to be erased but rows. */
    String blanked() {
        return erased().map(c -> c.quoted() + " = " + value(c)).collect(Collectors.joining(", "));
    }

    /** Which rows still hold something, so that erasing again changes none. */
    String unblanked() {
        return erased().map(c -> switch (c.erase().orElseThrow()) {
                    case BLANK -> c.quoted() + " <> " + empty(c);
                    case NULL, NOW -> c.quoted() + " is " + (c.erases(Erase.NOW) ? "null" : "not null");
                    default ->
                        c.type().equals("text") || c.type().startsWith("character")
                                ? c.quoted() + " not like 'erased-%'"
                                : "false";
                })
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private Stream<Column> erased() {
        return columns.stream()
                .filter(c -> !c.generated())
                .filter(c -> Stream.of(Erase.BLANK, Erase.NULL, Erase.RANDOM, Erase.NOW)
                        .anyMatch(c::erases));
    }

    private static String value(Column column) {
        return switch (column.erase().orElseThrow()) {
            case BLANK -> empty(column);
            case NULL -> "null";
            case NOW -> "coalesce(" + column.quoted() + ", :now)";
            default ->
                switch (column.type()) {
                    case "uuid" -> "gen_random_uuid()";
                    case "bytea" -> "sha256(gen_random_uuid()::text::bytea)";
                    default -> "'erased-' || gen_random_uuid()";
                };
        };
    }

    private static String empty(Column column) {
        return switch (column.type()) {
            case "bytea" -> "''::bytea";
            case "jsonb", "json" -> "'{}'";
            default -> column.type().endsWith("[]") ? "'{}'" : "''";
        };
    }

    private String cast() {
        return person.type().equals("uuid") ? ":people" : "cast(:people as text[])";
    }
}
