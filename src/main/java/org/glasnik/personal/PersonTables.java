package org.glasnik.personal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.glasnik.personal.Column.Holds;
import org.jspecify.annotations.Nullable;

/**
 * The tables with something about people, as their columns' classes tell.
 *
 * @param own rows that belong to people, in the order in which they can be erased: whoever refers goes first
 * @param acted tables that say who did something
 * @param keys where people's addresses stand
 */
record PersonTables(
        List<PersonTable> own,
        Map<String, List<Column>> acted,
        @Nullable Keys keys) {
    /** An address and whose it is. */
    record Keys(Column key, Column person) {}

    static PersonTables of(List<Column> columns, List<Columns.Reference> references) {
        Map<String, List<Column>> byTable =
                columns.stream().collect(Collectors.groupingBy(Column::of, LinkedHashMap::new, Collectors.toList()));
        Map<String, PersonTable> own = new LinkedHashMap<>();
        Map<String, List<Column>> acted = new LinkedHashMap<>();
        byTable.forEach((name, all) -> {
            PersonTable.of(all).ifPresent(table -> own.put(name, table));
            if (all.stream().anyMatch(c -> c.is(Holds.ACTOR))) {
                acted.put(name, all);
            }
        });
        Keys keys = columns.stream()
                .filter(c -> c.key() != null && own.containsKey(c.of()))
                .findFirst()
                .map(key ->
                        new Keys(key, Objects.requireNonNull(own.get(key.of())).person()))
                .orElse(null);
        return new PersonTables(ordered(own, references, keys), acted, keys);
    }

    private static List<PersonTable> ordered(
            Map<String, PersonTable> tables, List<Columns.Reference> references, @Nullable Keys keys) {
        List<PersonTable> order = new ArrayList<>();
        Set<String> visited = new HashSet<>();
        tables.values().stream()
                // The addresses are needed until everything that is found by them is gone.
                .sorted(Comparator.comparing(
                        t -> keys != null && t.name().equals(keys.key().of())))
                .forEach(table -> visit(table, tables, references, visited, order));
        return List.copyOf(order);
    }

    private static void visit(
            PersonTable table,
            Map<String, PersonTable> tables,
            List<Columns.Reference> references,
            Set<String> visited,
            List<PersonTable> order) {
        if (!visited.add(table.name())) {
            return;
        }
        for (Columns.Reference reference : references) {
            PersonTable referring = tables.get(reference.of());
            if (reference.to().equals(table.name()) && referring != null) {
                visit(referring, tables, references, visited, order);
            }
        }
        order.add(table);
    }
}
