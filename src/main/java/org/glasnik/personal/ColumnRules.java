package org.glasnik.personal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.glasnik.personal.Column.Erase;
import org.glasnik.personal.Column.Holds;

/** What must hold of the classes of all columns (decision 0005). Each fault is a sentence that begins with the column. */
final class ColumnRules {
    private final List<String> faults = new ArrayList<>();
    private final List<Columns.Reference> references;
    private final Map<String, List<Column>> tables;

    private ColumnRules(List<Column> columns, List<Columns.Reference> references) {
        this.references = references;
        this.tables =
                columns.stream().collect(Collectors.groupingBy(Column::of, LinkedHashMap::new, Collectors.toList()));
    }

    static List<String> faults(List<Column> columns, List<Columns.Reference> references) {
        ColumnRules rules = new ColumnRules(columns, references);
        columns.forEach(rules::column);
        rules.tables.values().forEach(rules::table);
        return rules.faults;
    }

    private void column(Column column) {
        Optional<Holds> holds = column.holds();
        if (holds.isEmpty()) {
            fault(column, "has no class: say platform.classify('%s', …) where it is added".formatted(column.of()));
        } else if (column.erase().isEmpty()) {
            fault(column, "asks for an erasure that does not exist");
        } else if (!allowed(holds.get()).contains(column.erase().get())) {
            fault(
                    column,
                    "is %s and cannot be erased by %s"
                            .formatted(lower(holds.get()), lower(column.erase().get())));
        } else if (column.erases(Erase.KEEP) && column.reason().isEmpty()) {
            fault(column, "is kept without a reason");
        } else if (column.erases(Erase.NULL) && !column.nullable()) {
            fault(column, "cannot be null");
        }
    }

    private void table(List<Column> columns) {
        List<Column> people = columns.stream().filter(c -> c.is(Holds.PERSON)).toList();
        List<Column> held = columns.stream()
                .filter(c -> c.is(Holds.PERSONAL) || c.is(Holds.SECRET))
                .toList();
        if (people.size() > 1) {
            fault(people.get(1), "is a second person: whose are the rows?");
        }
        if (people.isEmpty()) {
            held.forEach(c -> fault(
                    c,
                    "is %s, but no column says whose".formatted(lower(c.holds().orElseThrow()))));
            return;
        }
        if (people.getFirst().erases(Erase.ROW)) {
            references.stream()
                    .filter(r -> r.to().equals(columns.getFirst().of()) && !r.cascades() && !goes(r.of()))
                    .forEach(r -> fault(people.getFirst(), "deletes rows that %s refers to".formatted(r.of())));
        } else {
            held.stream()
                    .filter(c -> c.erases(Erase.NOTHING) && !c.generated())
                    .forEach(c -> fault(c, "says nothing of its erasure, and the row stays"));
        }
    }

    private boolean goes(String table) {
        return tables.getOrDefault(table, List.of()).stream().anyMatch(c -> c.is(Holds.PERSON) && c.erases(Erase.ROW));
    }

    private static Set<Erase> allowed(Holds holds) {
        return switch (holds) {
            case PERSON -> Set.of(Erase.ROW, Erase.COLUMNS, Erase.KEEP);
            case PERSONAL, SECRET -> Set.of(Erase.NOTHING, Erase.BLANK, Erase.NULL, Erase.RANDOM, Erase.KEEP);
            case TECHNICAL -> Set.of(Erase.NOTHING, Erase.NOW);
            case OPEN, ACTOR -> Set.of(Erase.NOTHING);
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }

    private void fault(Column column, String what) {
        faults.add(column.of() + "." + column.name() + " " + what);
    }
}
