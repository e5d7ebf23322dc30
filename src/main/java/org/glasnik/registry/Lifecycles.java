package org.glasnik.registry;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.platform.Language;
import org.glasnik.platform.Params;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How bodies came, were renamed and ended. Who may write here has been asked by {@link Bodies#changeable}. */
@Repository
class Lifecycles {
    private final JdbcClient jdbc;
    private final Clock clock;

    Lifecycles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Dates(LocalDate founded, LocalDate ended, String ending, String basis) {}

    Lifecycle of(BodyId body, Language reader) {
        Dates dates = jdbc.sql("""
                        select founded_on as founded, ended_on as ended, ending, ending_basis as basis
                        from registry.body where id = :id""").param("id", body.value()).query(Dates.class).single();
        return new Lifecycle(
                dates.founded(),
                dates.ended(),
                Ending.ofTag(dates.ending()).orElse(null),
                dates.basis(),
                others(body, reader, "successor_id", "body_id"),
                others(body, reader, "body_id", "successor_id"),
                formerNames(body, reader));
    }

    private List<Lifecycle.Other> others(BodyId body, Language reader, String shown, String given) {
        return jdbc.sql("select b.id, b.code, " + Bodies.NAMED
                        + " from registry.successor s join registry.body b on b.id = s." + shown
                        + " where b.deleted_at is null and s." + given + " = :id order by b.code")
                .param("id", body.value())
                .param("reader", reader.tag())
                .query((row, n) -> new Lifecycle.Other(
                        new BodyId(row.getObject("id", UUID.class)), row.getString("code"), Bodies.name(row, reader)))
                .list();
    }

    private List<Lifecycle.FormerName> formerNames(BodyId body, Language reader) {
        return jdbc.sql("select b.until, b.basis, " + Bodies.NAMED
                        + " from registry.former_name b where b.body_id = :id order by b.until desc")
                .param("id", body.value())
                .param("reader", reader.tag())
                .query((row, n) -> new Lifecycle.FormerName(
                        Bodies.name(row, reader), row.getObject("until", LocalDate.class), row.getString("basis")))
                .list();
    }

    /** The names of a body in the languages that it has them in. */
    record Names(String nameUk, String nameSr, String nameRu, String nameEn) {
        static Names of(BodyDetails details) {
            return new Names(details.nameUk(), details.nameSr(), details.nameRu(), details.nameEn());
        }
    }

    /** Whether the body was renamed on that day or later: names follow each other. */
    boolean renamedSince(BodyId body, LocalDate day) {
        return jdbc.sql("select exists (select from registry.former_name where body_id = :id and until >= :day)")
                .param("id", body.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** Keeps the present names as former ones and takes the new ones. */
    void rename(BodyId body, Names names, LocalDate since, String basis) {
        jdbc.sql("""
                        insert into registry.former_name (body_id, name_uk, name_sr, name_ru, name_en, until, basis)
                        select id, name_uk, name_sr, name_ru, name_en, :since, :basis from registry.body where id = :id""")
                .param("id", body.value())
                .param("since", since)
                .param("basis", basis)
                .update();
        named(body, names);
    }

    private void named(BodyId body, Names names) {
        jdbc.sql("""
                        update registry.body
                        set name_uk = :nameUk, name_sr = :nameSr, name_ru = :nameRu, name_en = :nameEn,
                            version = version + 1, changed_at = :now
                        where id = :id""")
                .params(Params.of(names))
                .param("id", body.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Takes the latest renaming back; the names that the body has again. */
    Optional<Names> takeBackRenaming(BodyId body) {
        Optional<Names> before =
                jdbc.sql("""
                        delete from registry.former_name f
                        where f.body_id = :id
                          and f.until = (select max(until) from registry.former_name where body_id = :id)
                        returning name_uk, name_sr, name_ru, name_en""").param("id", body.value()).query(Names.class).optional();
        before.ifPresent(names -> named(body, names));
        return before;
    }

    void end(BodyId body, Ending ending, LocalDate on, String basis, Set<BodyId> successors) {
        ending(body, ending.tag(), on, basis);
        jdbc.sql("insert into registry.successor (body_id, successor_id) select :id, unnest(:successors)")
                .param("id", body.value())
                .param("successors", successors.stream().map(BodyId::value).toArray(UUID[]::new))
                .update();
    }

    /** It lives on, or lives again. */
    void takeBackEnding(BodyId body) {
        ending(body, null, null, "");
    }

    private void ending(
            BodyId body,
            @org.jspecify.annotations.Nullable String how,
            @org.jspecify.annotations.Nullable LocalDate on,
            String basis) {
        jdbc.sql("delete from registry.successor where body_id = :id")
                .param("id", body.value())
                .update();
        jdbc.sql("""
                        update registry.body
                        set ending = :how, ended_on = :on, ending_basis = :basis, version = version + 1, changed_at = :now
                        where id = :id""")
                .param("id", body.value())
                .param("how", how)
                .param("on", on)
                .param("basis", basis)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
