package org.glasnik.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.glasnik.listing.Exporting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The rows of imports. Whose import it is has been asked before. */
@Repository
class ImportRows {
    /** What a verdict says beside the fate. */
    record Verdict(List<Judged.Difference> differences, List<Judged.Reason> reasons, List<Judged.Flag> flags) {
        static final Verdict NONE = new Verdict(List.of(), List.of(), List.of());
    }

    /** A row as people read it. */
    record Told(int number, String label, @Nullable Fate fate, boolean kept, Verdict verdict) {}

    private final JdbcClient jdbc;

    ImportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param rows number to cells, in the order of the headings */
    void add(ImportId id, List<Map.Entry<Integer, List<String>>> rows) {
        List<List<Object>> all = rows.stream()
                .map(row -> List.<Object>of(row.getKey(), row.getValue()))
                .toList();
        jdbc.sql("""
                        insert into importing.row (import_id, number, cells)
                        select :id, (r -> 0)::int, r -> 1 from jsonb_array_elements(cast(:rows as jsonb)) r""")
                .param("id", id.value())
                .param("rows", Imports.JSON.writeValueAsString(all))
                .update();
    }

    /** Cells of the first rows, to choose columns by. */
    List<List<String>> first(ImportId id, int count) {
        return jdbc.sql("select cells from importing.row where import_id = :id order by number limit :count")
                .param("id", id.value())
                .param("count", count)
                .query((row, n) -> cells(row))
                .list();
    }

    /** Every row in the order of the file, as the columns were chosen, in chunks. Inside a transaction: it reads through a cursor. */
    void each(Import from, List<ImportColumn> columns, Consumer<List<ImportRow>> chunk) {
        List<ImportRow> rows = new ArrayList<>(ImportKind.CHUNK);
        try (Stream<ImportRow> all = jdbc
                .sql(
                        "select number, cells, coalesce(fate = 'refused', false) as refused from importing.row where import_id = :id order by number")
                .param("id", from.id().value())
                .withFetchSize(Exporting.FETCHED)
                .query((row, n) -> new ImportRow(
                        row.getInt("number"), row.getBoolean("refused"), chosen(cells(row), from, columns)))
                .stream()) {
            all.forEach(row -> {
                rows.add(row);
                if (rows.size() == ImportKind.CHUNK) {
                    chunk.accept(List.copyOf(rows));
                    rows.clear();
                }
            });
        }
        if (!rows.isEmpty()) {
            chunk.accept(List.copyOf(rows));
        }
    }

    private static Map<String, String> chosen(List<String> cells, Import from, List<ImportColumn> columns) {
        Map<String, String> chosen = new java.util.HashMap<>();
        for (ImportColumn column : columns) {
            Import.Choice choice = from.choice(column.key());
            String value = choice.heading() >= 0 && choice.heading() < cells.size() ? cells.get(choice.heading()) : "";
            String given = value.isEmpty() ? choice.value() : value;
            if (!given.isEmpty()) {
                chosen.put(column.key(), given);
            }
        }
        return chosen;
    }

    /** As if no row had been judged yet. */
    void forget(ImportId id) {
        jdbc.sql("update importing.row set fate = null, verdict = null where import_id = :id and fate is not null")
                .param("id", id.value())
                .update();
    }

    void judged(ImportId id, List<Judged> rows) {
        List<Map<String, @Nullable Object>> all =
                rows.stream().map(ImportRows::json).toList();
        jdbc.sql("""
                        update importing.row r
                        set fate = j.fate, flagged = j.flagged, label = j.label, object_id = j.object, verdict = j.verdict,
                            before = j.before, after = j.after, about_id = j.about, about_mail = j.mail
                        from jsonb_to_recordset(cast(:rows as jsonb))
                             as j (number int, fate text, flagged boolean, label text, object uuid, verdict jsonb, before jsonb,
                                   after jsonb, about uuid, mail text)
                        where r.import_id = :id and r.number = j.number""")
                .param("id", id.value())
                .param("rows", Imports.JSON.writeValueAsString(all))
                .update();
    }

    /** Whether rows have the fates, differences and reasons that were told before. */
    boolean same(ImportId id, List<Judged> rows) {
        Map<Integer, Told> told = new java.util.HashMap<>();
        jdbc.sql(
                        "select number, label, fate, kept, verdict from importing.row where import_id = :id and number = any(:numbers)")
                .param("id", id.value())
                .param("numbers", rows.stream().map(Judged::number).toArray(Integer[]::new))
                .query((row, n) -> told.put(row.getInt("number"), ToldRows.told(row)))
                .list();
        return rows.stream().allMatch(row -> {
            Told before = told.get(row.number());
            return before != null
                    && before.fate() == row.fate()
                    && before.verdict().equals(again(new Verdict(row.differences(), row.reasons(), row.flags())));
        });
    }

    /** As it is read back: numbers among the arguments come as they may. */
    private static Verdict again(Verdict verdict) {
        return Imports.JSON.readValue(Imports.JSON.writeValueAsString(verdict), Verdict.class);
    }

    private static Map<String, @Nullable Object> json(Judged row) {
        Map<String, @Nullable Object> json = new java.util.HashMap<>();
        json.put("number", row.number());
        json.put("fate", row.fate().tag());
        json.put("flagged", !row.flags().isEmpty());
        json.put("label", row.label());
        json.put("object", row.object());
        json.put("verdict", new Verdict(row.differences(), row.reasons(), row.flags()));
        json.put("before", row.before() == null ? null : Imports.JSON.readTree(row.before()));
        json.put("after", row.after() == null ? null : Imports.JSON.readTree(row.after()));
        json.put("about", row.about() == null ? null : row.about().id());
        json.put("mail", row.about() == null ? "" : row.about().mail());
        return json;
    }

    private static final String WRITTEN = """
            select number, fate, object_id, before, after from importing.row
            where import_id = :id and fate in ('fresh', 'changed')
            """;

    /** What the import has written, the last row first, in chunks. */
    List<ImportKind.Written> written(ImportId id, int below) {
        return jdbc.sql(WRITTEN + " and number < :below order by number desc limit :count")
                .param("id", id.value())
                .param("below", below)
                .param("count", ImportKind.CHUNK)
                .query((row, n) -> written(row))
                .list();
    }

    List<ImportKind.Written> written(ImportId id, List<Integer> numbers) {
        return jdbc.sql(WRITTEN + " and number = any(:numbers) order by number desc")
                .param("id", id.value())
                .param("numbers", numbers.toArray(Integer[]::new))
                .query((row, n) -> written(row))
                .list();
    }

    private static ImportKind.Written written(ResultSet row) throws SQLException {
        return new ImportKind.Written(
                row.getInt("number"),
                Fate.ofTag(row.getString("fate")).orElseThrow(),
                row.getObject("object_id", UUID.class),
                row.getString("before"),
                row.getString("after"));
    }

    void kept(ImportId id, List<Integer> numbers) {
        jdbc.sql("update importing.row set kept = number = any(:numbers) where import_id = :id")
                .param("id", id.value())
                .param("numbers", numbers.toArray(Integer[]::new))
                .update();
    }

    private static List<String> cells(ResultSet row) throws SQLException {
        return Imports.JSON.readValue(row.getString("cells"), new TypeReference<List<String>>() {});
    }
}
