package org.glasnik.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;
import org.glasnik.platform.Params;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Bodies by the hundred, each batch in one statement. */
@Repository
class BodyBatches {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String GIVEN = """
             from jsonb_to_recordset(cast(:rows as jsonb)) as r (
                 id uuid, version int, code text, kind text, parent uuid, "nameUk" text, "nameSr" text, "nameRu" text,
                 "nameEn" text, population int, site text, mail text, organising boolean, hue int, keeper uuid, jurisdiction text,
                 "otherNames" text[], phone text, address text, zone text, "foundedOn" date, "endedOn" date, ending text,
                 successors uuid[])
            """;
    private static final String SET = """
            set code = r.code, kind = r.kind, parent_id = r.parent, name_uk = r."nameUk", name_sr = r."nameSr",
                name_ru = r."nameRu", name_en = r."nameEn", population = r.population, site = r.site, mail = r.mail,
                organising = r.organising, hue = r.hue, keeper_id = r.keeper, jurisdiction = r.jurisdiction,
                other_names = r."otherNames", phone = r.phone, address = r.address, zone = r.zone, founded_on = r."foundedOn",
                ended_on = r."endedOn", ending = r.ending, version = b.version + 1, changed_at = :now
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    BodyBatches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Rows may name bodies that later rows bring: who is above and who goes on is looked at when the transaction ends. */
    void deferParents() {
        jdbc.sql("set constraints registry.body_parent_id_fkey, registry.successor_successor_id_fkey deferred")
                .update();
    }

    /** Bodies by code in lower case, the bin included. */
    Map<String, StoredBody> stored(Set<String> codes, Viewer viewer, Language reader) {
        Map<String, StoredBody> found = new HashMap<>();
        jdbc.sql("select b.*, " + Bodies.NAMED + """
                        , p.code as parent_code,
                        (:operator or b.id = any(:organises) or coalesce(b.keeper_id = any(:organises), false)) as changeable,
                        array(select s.successor_id from registry.successor s where s.body_id = b.id) as successors
                        from registry.body b left join registry.body p on p.id = b.parent_id
                        where lower(b.code) = any(:codes)""")
                .param("reader", reader.tag())
                .param("operator", viewer.operator())
                .param("organises", viewer.organisesIds())
                .param("codes", codes.toArray(String[]::new))
                .query((row, n) -> found.put(BodyFile.key(row.getString("code")), stored(row, reader)))
                .list();
        return found;
    }

    private static StoredBody stored(ResultSet row, Language reader) throws SQLException {
        return new StoredBody(
                Bodies.body(row, reader),
                row.getString("parent_code"),
                Ending.ofTag(row.getString("ending")).orElse(null),
                List.of((UUID[]) row.getArray("successors").getArray()),
                row.getTimestamp("deleted_at") != null,
                row.getBoolean("changeable"));
    }

    /** Who stands under whom. */
    Map<UUID, UUID> above() {
        Map<UUID, UUID> above = new HashMap<>();
        jdbc.sql("select id, parent_id from registry.body where parent_id is not null")
                .query((row, n) -> above.put(row.getObject("id", UUID.class), row.getObject("parent_id", UUID.class)))
                .list();
        return above;
    }

    void add(List<BodyState> bodies) {
        if (bodies.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into registry.body (id, code, kind, parent_id, name_uk, name_sr, name_ru, name_en, population, site,
                                                   mail, organising, hue, keeper_id, jurisdiction, other_names, phone, address,
                                                   zone, founded_on, ended_on, ending, created_at, changed_at)
                        select id, code, kind, parent, "nameUk", "nameSr", "nameRu", "nameEn", population, site, mail, organising,
                               hue, keeper, jurisdiction, "otherNames", phone, address, zone, "foundedOn", "endedOn", ending,
                               :now, :now""" + GIVEN)
                .param("rows", json(bodies))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        succeed(bodies);
    }

    void change(List<BodyState> bodies) {
        if (bodies.isEmpty()) {
            return;
        }
        int changed = jdbc.sql(
                        "update registry.body b " + SET + GIVEN + " where b.id = r.id and b.version = r.version - 1")
                .param("rows", json(bodies))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (changed != bodies.size()) {
            throw new IllegalStateException("Someone has changed a body between two looks at it");
        }
        succeed(bodies);
    }

    /** Brings bodies back to what they were. Those that someone has changed since stay; the others are named. */
    Set<UUID> changeBack(List<BodyState> before) {
        if (before.isEmpty()) {
            return Set.of();
        }
        Set<UUID> back = new HashSet<>(jdbc.sql("update registry.body b " + SET + GIVEN
                        + " where b.id = r.id and b.version = r.version and b.deleted_at is null returning b.id")
                .param("rows", json(before))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list());
        succeed(before.stream().filter(body -> back.contains(body.id())).toList());
        return back;
    }

    /** Removes bodies that nobody has changed and that nothing refers to; those that went. */
    Set<UUID> remove(List<BodyState> added) {
        return new HashSet<>(jdbc.sql("select registry.remove_unchanged(:ids, :versions)")
                .param("ids", added.stream().map(BodyState::id).toArray(UUID[]::new))
                .param("versions", added.stream().map(BodyState::version).toArray(Integer[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
    }

    private void succeed(List<BodyState> bodies) {
        jdbc.sql("""
                        with gone as (
                            delete from registry.successor s using jsonb_to_recordset(cast(:rows as jsonb)) as r (id uuid, successors uuid[])
                            where s.body_id = r.id and s.successor_id <> all (r.successors))
                        insert into registry.successor (body_id, successor_id)
                        select r.id, unnest(r.successors)
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r (id uuid, successors uuid[])
                        on conflict do nothing""").param("rows", json(bodies)).update();
    }

    private static String json(List<BodyState> bodies) {
        return JSON.writeValueAsString(bodies.stream().map(BodyBatches::flat).toList());
    }

    private static Map<String, @Nullable Object> flat(BodyState body) {
        Map<String, @Nullable Object> flat = new HashMap<>(Params.of(body.details()));
        flat.replaceAll((field, value) -> value instanceof Object[] texts ? Arrays.asList(texts) : value);
        flat.put("id", body.id());
        flat.put("version", body.version());
        flat.put("endedOn", body.endedOn());
        flat.put("ending", body.ending() == null ? null : body.ending().tag());
        flat.put("successors", body.successors());
        return flat;
    }
}
