package org.glasnik.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.listing.Collation;
import org.glasnik.platform.Language;
import org.glasnik.platform.Params;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The public bodies of this installation, those in the bin left out. */
@Repository
public class Bodies {
    static final String NAME = "registry.name_tag(:reader, %1$s.name_uk, %1$s.name_sr, %1$s.name_ru, %1$s.name_en)";

    /** Two columns, {@code tag} and {@code name}, of alias b. */
    static final String NAMED = NAME.formatted("b") + " as tag, registry.name_text(" + NAME.formatted("b")
            + ", b.name_uk, b.name_sr, b.name_ru, b.name_en) as name";

    /** For ORDER BY, with a collation after it. */
    static final String ORDER =
            "registry.name_order(:reader, %1$s.name_uk, %1$s.name_sr, %1$s.name_ru, %1$s.name_en) collate ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Bodies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Names for one reader. Bodies in the bin keep theirs: history speaks of them. */
    public Map<BodyId, BodyName> names(Set<BodyId> ids, Language reader) {
        Map<BodyId, BodyName> names = new HashMap<>();
        if (ids.isEmpty()) {
            return names;
        }
        jdbc.sql("select b.id, " + NAMED + " from registry.body b where b.id = any(:ids)")
                .param("reader", reader.tag())
                .param("ids", ids.stream().map(BodyId::value).toArray(UUID[]::new))
                .query((row, n) -> names.put(new BodyId(row.getObject("id", UUID.class)), name(row, reader)))
                .list();
        return names;
    }

    public Optional<Body> of(BodyId id, Language reader) {
        return jdbc.sql("select b.*, " + NAMED + " from registry.body b where b.id = :id and b.deleted_at is null")
                .param("reader", reader.tag())
                .param("id", id.value())
                .query((row, n) -> body(row, reader))
                .optional();
    }

    /** The bodies in whose name programmes are organised, in the order of their names. */
    public Map<BodyId, BodyName> organising(Language reader) {
        Map<BodyId, BodyName> all = new LinkedHashMap<>();
        jdbc.sql("select b.id, " + Bodies.NAMED
                        + " from registry.body b where b.organising and b.deleted_at is null order by "
                        + ORDER.formatted("b") + Collation.of(reader) + ", b.id")
                .param("reader", reader.tag())
                .query((row, n) -> all.put(new BodyId(row.getObject("id", UUID.class)), Bodies.name(row, reader)))
                .list();
        return all;
    }

    /** The body of a code, for forms in which people write the code of the body above. */
    public Optional<BodyId> byCode(String code) {
        return Optional.ofNullable(byCodes(Set.of(code)).get(code.toLowerCase(Locale.ROOT)));
    }

    /** Bodies of codes, the bin left out; keys in lower case. A code that PostgreSQL cannot hold finds nothing. */
    public Map<String, BodyId> byCodes(Set<String> codes) {
        Map<String, BodyId> found = new HashMap<>();
        jdbc.sql(
                        "select lower(code) as code, id from registry.body where lower(code) = any(:codes) and deleted_at is null")
                .param(
                        "codes",
                        codes.stream()
                                .filter(code -> code.indexOf('\0') < 0)
                                .map(code -> code.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .query((row, n) -> found.put(row.getString("code"), new BodyId(row.getObject("id", UUID.class))))
                .list();
        return found;
    }

    /** The body if the viewer may change it: the operator any, an organiser its own bodies and those that they keep. */
    public Optional<Body> changeable(BodyId id, Viewer viewer, Language reader) {
        return jdbc.sql("select b.*, " + NAMED + """
                         from registry.body b
                        where b.id = :id and b.deleted_at is null
                          and (:operator or b.id = any(:organises) or b.keeper_id = any(:organises))""")
                .param("reader", reader.tag())
                .param("id", id.value())
                .param("operator", viewer.operator())
                .param("organises", viewer.organisesIds())
                .query((row, n) -> body(row, reader))
                .optional();
    }

    /** Adds a body. A code that is taken, or a circle of parents, is an error of the database. */
    public BodyId add(BodyDetails details) {
        return new BodyId(jdbc.sql("""
                        insert into registry.body (code, kind, parent_id, name_uk, name_sr, name_ru, name_en, population,
                                                   site, mail, organising, hue, keeper_id, jurisdiction, other_names,
                                                   phone, address, zone, founded_on, created_at, changed_at)
                        values (:code, :kind, :parent, :nameUk, :nameSr, :nameRu, :nameEn, :population,
                                :site, :mail, :organising, :hue, :keeper, :jurisdiction, :otherNames,
                                :phone, :address, :zone, :foundedOn, :now, :now)
                        returning id""")
                .params(Params.of(details))
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .single());
    }

    static BodyName name(ResultSet row, Language reader) throws SQLException {
        return BodyName.of(row.getString("name"), row.getString("tag"), reader);
    }

    static Body body(ResultSet row, Language reader) throws SQLException {
        return new Body(
                new BodyId(row.getObject("id", UUID.class)),
                name(row, reader),
                new BodyDetails(
                        row.getString("code"),
                        BodyKind.ofTag(row.getString("kind")).orElse(BodyKind.OTHER),
                        id(row, "parent_id"),
                        row.getString("name_uk"),
                        row.getString("name_sr"),
                        row.getString("name_ru"),
                        row.getString("name_en"),
                        row.getObject("population", Integer.class),
                        row.getString("site"),
                        row.getString("mail"),
                        row.getBoolean("organising"),
                        row.getInt("hue"),
                        id(row, "keeper_id"),
                        row.getString("jurisdiction"),
                        List.of((String[]) row.getArray("other_names").getArray()),
                        row.getString("phone"),
                        row.getString("address"),
                        row.getString("zone"),
                        row.getObject("founded_on", LocalDate.class)),
                row.getObject("ended_on", LocalDate.class),
                row.getInt("version"),
                row.getTimestamp("changed_at").toInstant());
    }

    static @Nullable BodyId id(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new BodyId(id);
    }
}
