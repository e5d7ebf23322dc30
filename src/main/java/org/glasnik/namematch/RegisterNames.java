package org.glasnik.namematch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.platform.Language;
import org.glasnik.registry.BodyKind;
import org.glasnik.registry.BodyName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bodies of the register by all their names, and as people are shown them. */
@Repository
class RegisterNames {
    /**
     * @param readers the body whose organisers read what is done about this one
     * @param parentName of the body above
     */
    record Shown(
            BodyId id,
            BodyId readers,
            BodyName name,
            String code,
            BodyKind kind,
            @Nullable BodyName parentName,
            @Nullable LocalDate endedOn) {}

    private static final String NAMED =
            "registry.name_tag(:reader, %1$s.name_uk, %1$s.name_sr, %1$s.name_ru, %1$s.name_en)";

    private final JdbcClient jdbc;

    RegisterNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All bodies that are not in the bin: three statements. */
    List<NamedBody> all() {
        Map<UUID, List<NamedBody.Name>> names = new HashMap<>();
        jdbc.sql("select body_id, name, sort from registry.every_name")
                .query((row, n) -> names.computeIfAbsent(row.getObject("body_id", UUID.class), id -> new ArrayList<>())
                        .add(new NamedBody.Name(
                                row.getString("name"), row.getString("sort").equals("former"))))
                .list();
        Map<UUID, List<BodyId>> successors = new HashMap<>();
        jdbc.sql("select body_id, successor_id from registry.successor_open")
                .query((row, n) -> successors
                        .computeIfAbsent(row.getObject("body_id", UUID.class), id -> new ArrayList<>())
                        .add(new BodyId(row.getObject("successor_id", UUID.class))))
                .list();
        return jdbc.sql("select id, code, kind, parent_id, ended_on is not null as ended from registry.body_open")
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    UUID parent = row.getObject("parent_id", UUID.class);
                    return new NamedBody(
                            new BodyId(id),
                            row.getString("code"),
                            BodyKind.ofTag(row.getString("kind")).orElse(BodyKind.OTHER),
                            parent == null ? null : new BodyId(parent),
                            names.getOrDefault(id, List.of()),
                            row.getBoolean("ended"),
                            successors.getOrDefault(id, List.of()));
                })
                .list();
    }

    /** Those in the bin are left out. */
    Map<BodyId, Shown> shown(Set<BodyId> ids, Language reader) {
        Map<BodyId, Shown> shown = new HashMap<>();
        if (ids.isEmpty()) {
            return shown;
        }
        String tag = NAMED.formatted("b");
        String parentTag = NAMED.formatted("p");
        jdbc.sql("select b.id, coalesce(b.keeper_id, b.id) as readers, b.code, b.kind, b.ended_on, " + tag
                        + " as tag, registry.name_text(" + tag
                        + ", b.name_uk, b.name_sr, b.name_ru, b.name_en) as name, p.id as parent, " + parentTag
                        + " as parent_tag, registry.name_text(" + parentTag
                        + ", p.name_uk, p.name_sr, p.name_ru, p.name_en) as parent_name"
                        + " from registry.body_open b left join registry.body_open p on p.id = b.parent_id"
                        + " where b.id = any(:ids)")
                .param("reader", reader.tag())
                .param("ids", ids.stream().map(BodyId::value).toArray(UUID[]::new))
                .query((row, n) -> {
                    BodyId id = new BodyId(row.getObject("id", UUID.class));
                    return shown.put(
                            id,
                            new Shown(
                                    id,
                                    new BodyId(row.getObject("readers", UUID.class)),
                                    BodyName.of(row.getString("name"), row.getString("tag"), reader),
                                    row.getString("code"),
                                    BodyKind.ofTag(row.getString("kind")).orElse(BodyKind.OTHER),
                                    row.getObject("parent") == null
                                            ? null
                                            : BodyName.of(
                                                    row.getString("parent_name"), row.getString("parent_tag"), reader),
                                    row.getObject("ended_on", LocalDate.class)));
                })
                .list();
        return shown;
    }
}
