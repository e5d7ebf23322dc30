package org.glasnik.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.glasnik.importing.ImportRows.Told;
import org.glasnik.importing.ImportRows.Verdict;
import org.glasnik.listing.Exporting;
import org.glasnik.listing.ListRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of an import as a list. Whose import it is has been asked before. */
@Repository
class ToldRows {
    private static final String FILTERED = """
             from importing.row r where r.import_id = :id
              and (:fate = '' or case :fate when 'flagged' then r.flagged when 'kept' then r.kept else r.fate = :fate end)
            """;

    private final JdbcClient jdbc;

    ToldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first rows that are refused, odd or not undone. */
    List<Told> odd(ImportId id, int most) {
        return jdbc.sql("""
                        select number, label, fate, kept, verdict from importing.row
                        where import_id = :id and (fate = 'refused' or flagged or kept) order by number limit :most""")
                .param("id", id.value())
                .param("most", most)
                .query((row, n) -> told(row))
                .list();
    }

    int count(ImportId id, ListRequest request) {
        return jdbc.sql("select count(*)" + FILTERED)
                .param("id", id.value())
                .param("fate", request.filter("fate"))
                .query(Integer.class)
                .single();
    }

    List<Told> page(ImportId id, ListRequest request) {
        return rows(id, request, " limit " + ListRequest.SIZE + " offset " + request.offset())
                .query((row, n) -> told(row))
                .list();
    }

    Stream<Told> all(ImportId id, ListRequest request) {
        return rows(id, request, "").withFetchSize(Exporting.FETCHED).query((row, n) -> told(row)).stream();
    }

    private JdbcClient.StatementSpec rows(ImportId id, ListRequest request, String part) {
        return jdbc.sql("select r.number, r.label, r.fate, r.kept, r.verdict" + FILTERED + " order by "
                        + request.orderBy(Map.of("number", "r.number", "label", "r.label"), "r.number") + part)
                .param("id", id.value())
                .param("fate", request.filter("fate"));
    }

    static Told told(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return new Told(
                row.getInt("number"),
                row.getString("label"),
                Fate.ofTag(row.getString("fate")).orElse(null),
                row.getBoolean("kept"),
                verdict == null ? Verdict.NONE : Imports.JSON.readValue(verdict, Verdict.class));
    }
}
