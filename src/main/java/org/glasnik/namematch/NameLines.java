package org.glasnik.namematch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.glasnik.access.BodyId;
import org.glasnik.listing.Collation;
import org.glasnik.listing.Exporting;
import org.glasnik.listing.ListRequest;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The lines of lists with what holds for them now. Whose list it is has been asked before. */
@Repository
class NameLines {
    private static final int CHUNK = 1_000;

    /** The decision that holds for a line, if any. */
    static final String DECIDED = """
             left join namematch.decision d on d.name_key = l.name_key and d.context_key = l.context_key
                  and d.replaced_by is null and d.undone_at is null
                  and (d.body_id is null or exists (select from registry.body_open o where o.id = d.body_id))
             left join registry.body_open b on b.id = case when d.id is null then l.body_id else d.body_id end
            """;

    /** Exact no longer holds for a body in the bin. */
    static final String FATE = """
             case when d.id is not null then 'decided' when l.verdict = 'exact' and b.id is null then 'none' else l.verdict end
            """;

    private static final String FILTERED = " from namematch.line l" + DECIDED + """
            where l.list_id = :list
              and (:fate = '' or :fate =""" + FATE + """
                  ) and (:text = '' or platform.fold(l.name) like platform.anywhere(:text))
            """;

    private static final String SELECTED =
            "select l.number, l.cells, l.name, l.context, l.found, b.id as body, d.id as decision,"
                    + " d.decided_by, d.decided_at," + FATE + " as fate";

    /** @param cells as the file had them */
    record Stored(int number, List<String> cells) {}

    /**
     * A line as it stands now.
     *
     * @param body what it is matched to for sure, by the matcher or by a person
     * @param decidedBy null where nobody has decided
     */
    record Line(
            int number,
            List<String> cells,
            NameLine name,
            Fate fate,
            @Nullable BodyId body,
            List<Found.Candidate> candidates,
            @Nullable UUID decidedBy,
            @Nullable Instant decidedAt) {}

    private final JdbcClient jdbc;

    NameLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts the lines of a list in place of those it had. */
    void put(NameListId list, UUID person, List<Stored> rows, List<NameLine> names, List<Found> found) {
        jdbc.sql("delete from namematch.line where list_id = :list")
                .param("list", list.value())
                .update();
        for (int from = 0; from < rows.size(); from += CHUNK) {
            List<Map<String, @Nullable Object>> chunk = new ArrayList<>();
            for (int i = from; i < Math.min(rows.size(), from + CHUNK); i++) {
                chunk.add(row(rows.get(i), names.get(i), found.get(i)));
            }
            jdbc.sql("""
                            insert into namematch.line (list_id, number, person_id, cells, name, context, name_key, context_key, verdict,
                                                        body_id, found)
                            select :list, g.number, :person, g.cells, g.name, g.context, g.name_key, g.context_key, g.verdict, g.body_id, g.found
                            from jsonb_to_recordset(cast(:rows as jsonb))
                                 as g (number int, cells jsonb, name text, context jsonb, name_key text, context_key text, verdict text,
                                       body_id uuid, found jsonb)""")
                    .param("list", list.value())
                    .param("person", person)
                    .param("rows", Json.MAPPER.writeValueAsString(chunk))
                    .update();
        }
    }

    private static Map<String, @Nullable Object> row(Stored stored, NameLine line, Found found) {
        DecisionKey key = DecisionKey.of(line);
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("number", stored.number());
        row.put("cells", stored.cells());
        row.put("name", line.name());
        row.put("context", line.context());
        row.put("name_key", key.name());
        row.put("context_key", key.context());
        row.put("verdict", found.verdict().tag());
        row.put(
                "body_id",
                found.verdict() == Verdict.EXACT
                        ? found.candidates().getFirst().body().value()
                        : null);
        row.put("found", Json.storable(found.candidates()));
        return row;
    }

    /** All lines as the file had them, in its order. */
    List<Stored> stored(NameListId list) {
        return jdbc.sql("select number, cells from namematch.line where list_id = :list order by number")
                .param("list", list.value())
                .query((row, n) -> new Stored(row.getInt("number"), Json.texts(row.getString("cells"))))
                .list();
    }

    int count(NameListId list, ListRequest request) {
        return filtered("select count(*)" + FILTERED, list, request)
                .query(Integer.class)
                .single();
    }

    List<Line> page(NameListId list, ListRequest request, Language reader) {
        return filtered(
                        SELECTED + FILTERED + order(request, reader) + " limit " + ListRequest.SIZE + " offset "
                                + request.offset(),
                        list,
                        request)
                .query((row, n) -> line(row))
                .list();
    }

    Stream<Line> all(NameListId list, ListRequest request, Language reader) {
        return filtered(SELECTED + FILTERED + order(request, reader), list, request)
                .withFetchSize(Exporting.FETCHED)
                .query((row, n) -> line(row))
                .stream();
    }

    Optional<Line> of(NameListId list, int number) {
        return jdbc.sql(SELECTED + " from namematch.line l" + DECIDED
                        + " where l.list_id = :list and l.number = :number")
                .param("list", list.value())
                .param("number", number)
                .query((row, n) -> line(row))
                .optional();
    }

    /** The next line behind a number that waits for a person, else the first; empty where none waits. */
    Optional<Integer> nextOpen(NameListId list, int after) {
        return jdbc.sql("select l.number from namematch.line l" + DECIDED + " where l.list_id = :list and" + FATE
                        + " not in ('exact', 'decided') order by l.number <= :after, l.number limit 1")
                .param("list", list.value())
                .param("after", after)
                .query(Integer.class)
                .optional();
    }

    /** Likely lines, each name once. */
    List<Line> likely(NameListId list) {
        return jdbc.sql(SELECTED.replaceFirst("select", "select distinct on (l.name_key, l.context_key)")
                        + " from namematch.line l" + DECIDED + " where l.list_id = :list and" + FATE
                        + " = 'likely' order by l.name_key, l.context_key, l.number")
                .param("list", list.value())
                .query((row, n) -> line(row))
                .list();
    }

    private StatementSpec filtered(String sql, NameListId list, ListRequest request) {
        return jdbc.sql(sql)
                .param("list", list.value())
                .param("fate", request.filter("fate"))
                .param("text", request.filter("text"));
    }

    private static String order(ListRequest request, Language reader) {
        return " order by "
                + request.orderBy(
                        Map.of(
                                "number",
                                "l.number",
                                "name",
                                "l.name collate " + Collation.of(reader),
                                "fate",
                                "array_position(array['none', 'ambiguous', 'likely', 'decided', 'exact']," + FATE
                                        + ")"),
                        "l.number");
    }

    private static Line line(ResultSet row) throws SQLException {
        UUID body = row.getObject("body", UUID.class);
        return new Line(
                row.getInt("number"),
                Json.texts(row.getString("cells")),
                new NameLine(row.getString("name"), Json.texts(row.getString("context"))),
                Fate.ofTag(row.getString("fate")).orElseThrow(),
                body == null ? null : new BodyId(body),
                Json.candidates(row.getString("found")),
                row.getObject("decided_by", UUID.class),
                row.getTimestamp("decided_at") == null
                        ? null
                        : row.getTimestamp("decided_at").toInstant());
    }
}
