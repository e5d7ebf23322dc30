package org.glasnik.namematch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.glasnik.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** People's lists: each sees their own, nobody another's. */
@Repository
class NameLists {
    /** Long enough to finish a list, short enough for what others' tables may hold. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final String MINE = "t.person_id = :me and t.deleted_at is null and t.created_at > :limit";

    private static final String OWN = """
            select t.id, t.title, t.headings, t.name_column, t.context_columns, t.created_at,
                   (select coalesce(jsonb_object_agg(f.fate, f.lines), '{}')
                    from (select""" + NameLines.FATE + """
                           as fate, count(*) as lines
                          from namematch.line l""" + NameLines.DECIDED + """
                          where l.list_id = t.id group by 1) f) as counts
            from namematch.list t
            where\s""" + MINE;

    private final JdbcClient jdbc;
    private final Clock clock;

    NameLists(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    NameListId add(String title, List<String> headings, int nameColumn, List<Integer> contextColumns, Viewer viewer) {
        return new NameListId(jdbc.sql("""
                        insert into namematch.list (person_id, title, headings, name_column, context_columns, created_at, matched_at)
                        values (:me, :title, cast(:headings as jsonb), :name, :context, :now, :now) returning id""")
                .param("me", viewer.me().value())
                .param("title", title)
                .param("headings", Json.MAPPER.writeValueAsString(headings))
                .param("name", nameColumn)
                .param("context", contextColumns.toArray(Integer[]::new))
                .param("now", now())
                .query(UUID.class)
                .single());
    }

    /** One's own, the newest first. */
    List<NameList> all(Viewer viewer) {
        return own(OWN + " order by t.created_at desc, t.id desc", viewer)
                .query(NameLists::list)
                .list();
    }

    Optional<NameList> of(NameListId id, Viewer viewer) {
        return own(OWN + " and t.id = :id", viewer)
                .param("id", id.value())
                .query(NameLists::list)
                .optional();
    }

    boolean owns(NameListId id, Viewer viewer) {
        return own("select exists (select from namematch.list t where t.id = :id and " + MINE + ")", viewer)
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    private StatementSpec own(String sql, Viewer viewer) {
        return jdbc.sql(sql)
                .param("me", viewer.me().value())
                .param("limit", Timestamp.from(clock.instant().minus(KEPT)));
    }

    private static NameList list(ResultSet row, int n) throws SQLException {
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        Json.MAPPER
                .readValue(row.getString("counts"), new TypeReference<Map<String, Integer>>() {})
                .forEach((fate, lines) -> counts.put(Fate.ofTag(fate).orElseThrow(), lines));
        return new NameList(
                new NameListId(row.getObject("id", UUID.class)),
                row.getString("title"),
                Json.texts(row.getString("headings")),
                row.getInt("name_column"),
                List.of((Integer[]) row.getArray("context_columns").getArray()),
                row.getTimestamp("created_at").toInstant(),
                counts);
    }

    /** Locks the list: two who match it at once do so one after the other. */
    void columns(NameListId id, int nameColumn, List<Integer> contextColumns) {
        jdbc.sql(
                        "update namematch.list set name_column = :name, context_columns = :context, matched_at = :now where id = :id")
                .param("id", id.value())
                .param("name", nameColumn)
                .param("context", contextColumns.toArray(Integer[]::new))
                .param("now", now())
                .update();
    }

    boolean delete(NameListId id, Viewer viewer) {
        return mark(id, viewer, "deleted_at = :now", "deleted_at is null");
    }

    boolean restore(NameListId id, Viewer viewer) {
        return mark(id, viewer, "deleted_at = null", "deleted_at <= :now");
    }

    private boolean mark(NameListId id, Viewer viewer, String set, String where) {
        return jdbc.sql("update namematch.list set " + set + " where id = :id and person_id = :me and " + where)
                        .param("id", id.value())
                        .param("me", viewer.me().value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** What is older than {@link #KEPT}, and what was deleted a day ago. */
    int purge() {
        return jdbc.sql("delete from namematch.list where created_at <= :limit or deleted_at <= :day")
                .param("limit", Timestamp.from(clock.instant().minus(KEPT)))
                .param("day", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
