package org.glasnik.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports: each person's own, and all for the operator. */
@Repository
class Imports {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT = """
            select i.*, coalesce(p.done, 0) as done
            from importing.import i left join importing.progress p on p.import_id = i.id
            """;
    private static final String MAY = " (:operator or i.person_id = :me) ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Imports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param person null for a command */
    ImportId add(String kind, String fileName, String format, List<String> headings, @Nullable PersonId person) {
        return new ImportId(jdbc.sql("""
                        insert into importing.import (kind, file_name, format, headings, person_id, total, created_at)
                        values (:kind, :name, :format, cast(:headings as jsonb), :person, 0, :now) returning id""")
                .param("kind", kind)
                .param("name", fileName)
                .param("format", format)
                .param("headings", JSON.writeValueAsString(headings))
                .param("person", person == null ? null : person.value(), java.sql.Types.OTHER)
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .single());
    }

    void total(ImportId id, int rows) {
        jdbc.sql("update importing.import set total = :rows where id = :id")
                .param("rows", rows)
                .param("id", id.value())
                .update();
    }

    /** The latest first. */
    List<Import> all(Viewer viewer) {
        return jdbc.sql(SELECT + " where" + MAY + "order by i.created_at desc, i.id limit 200")
                .param("operator", viewer.operator())
                .param("me", me(viewer), java.sql.Types.OTHER)
                .query((row, n) -> read(row))
                .list();
    }

    Optional<Import> of(ImportId id, Viewer viewer) {
        return jdbc.sql(SELECT + " where i.id = :id and" + MAY)
                .param("id", id.value())
                .param("operator", viewer.operator())
                .param("me", me(viewer), java.sql.Types.OTHER)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Held until the transaction ends: two who work on one import do so one after the other. */
    Optional<Import> held(ImportId id) {
        return jdbc.sql(SELECT + " where i.id = :id for update of i")
                .param("id", id.value())
                .query((row, n) -> read(row))
                .optional();
    }

    /** A person's step from one state into the next; false where another was faster. What hindered before is forgotten. */
    boolean step(ImportId id, Import.State from, Import.State to) {
        return jdbc.sql("update importing.import set state = :to, fault = '' where id = :id and state = :from")
                        .param("id", id.value())
                        .param("from", from.tag())
                        .param("to", to.tag())
                        .update()
                == 1;
    }

    /** The step is over, or has led back: what hindered it, else what was said before stays. */
    void lead(ImportId id, Import.State to, String fault) {
        jdbc.sql(
                        "update importing.import set state = :to, fault = case :fault when '' then fault else :fault end where id = :id")
                .param("id", id.value())
                .param("to", to.tag())
                .param("fault", fault)
                .update();
    }

    void choose(ImportId id, Map<String, Import.Choice> chosen) {
        jdbc.sql("update importing.import set chosen = cast(:chosen as jsonb) where id = :id")
                .param("id", id.value())
                .param("chosen", JSON.writeValueAsString(chosen))
                .update();
    }

    void skipBad(ImportId id, boolean skip) {
        jdbc.sql("update importing.import set skip_bad = :skip where id = :id")
                .param("id", id.value())
                .param("skip", skip)
                .update();
    }

    void count(ImportId id) {
        jdbc.sql("""
                        update importing.import i
                        set fresh = c.fresh, changed = c.changed, same = c.same, refused = c.refused, flagged = c.flagged,
                            kept = c.kept
                        from (select count(*) filter (where fate = 'fresh') as fresh,
                                     count(*) filter (where fate = 'changed') as changed,
                                     count(*) filter (where fate = 'same') as same,
                                     count(*) filter (where fate = 'refused') as refused,
                                     count(*) filter (where flagged) as flagged,
                                     count(*) filter (where kept) as kept
                              from importing.row where import_id = :id) c
                        where i.id = :id""").param("id", id.value()).update();
    }

    void done(ImportId id, Import.State state) {
        jdbc.sql("update importing.import set " + (state == Import.State.APPLIED ? "applied_at" : "undone_at")
                        + " = :now where id = :id")
                .param("id", id.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Takes away an import that has not been applied. */
    boolean discard(ImportId id) {
        return jdbc.sql("delete from importing.import where id = :id and state in ('mapping', 'judged')")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Takes away what was begun before an instant: an import can be undone for so long. */
    int purge(Instant before) {
        return jdbc.sql("delete from importing.import where coalesce(undone_at, applied_at, created_at) < :before"
                        + " and state in ('mapping', 'judged', 'applied', 'undone')")
                .param("before", Timestamp.from(before))
                .update();
    }

    private static @Nullable UUID me(Viewer viewer) {
        return viewer.person() == null ? null : viewer.person().value();
    }

    private static Import read(ResultSet row) throws SQLException {
        UUID person = row.getObject("person_id", UUID.class);
        return new Import(
                new ImportId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                row.getString("file_name"),
                row.getString("format"),
                person == null ? null : new PersonId(person),
                JSON.readValue(row.getString("headings"), new TypeReference<List<String>>() {}),
                JSON.readValue(row.getString("chosen"), new TypeReference<Map<String, Import.Choice>>() {}),
                Import.State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)),
                row.getBoolean("skip_bad"),
                row.getString("fault"),
                new Import.Counts(
                        row.getInt("total"),
                        row.getInt("fresh"),
                        row.getInt("changed"),
                        row.getInt("same"),
                        row.getInt("refused"),
                        row.getInt("flagged")),
                row.getInt("kept"),
                row.getInt("done"),
                row.getTimestamp("created_at").toInstant(),
                at(row, "applied_at"),
                at(row, "undone_at"));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
