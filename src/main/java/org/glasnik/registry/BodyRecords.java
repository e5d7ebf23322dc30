package org.glasnik.registry;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.glasnik.access.BodyId;
import org.glasnik.platform.Language;
import org.glasnik.platform.Params;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bodies as records that people change, with what is looked at before. */
@Repository
class BodyRecords implements KnownBodies {
    private final Bodies bodies;
    private final JdbcClient jdbc;
    private final Clock clock;

    BodyRecords(Bodies bodies, JdbcClient jdbc, Clock clock) {
        this.bodies = bodies;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<BodyId> byCode(String code) {
        return bodies.byCode(code);
    }

    @Override
    public Set<String> jurisdictions() {
        return jdbc.sql("select code from registry.jurisdiction")
                .query((row, n) -> row.getString(1))
                .set();
    }

    @Override
    public boolean taken(String code, @Nullable BodyId except) {
        return jdbc.sql(
                        "select exists (select 1 from registry.body where lower(code) = lower(:code) and id is distinct from :except)")
                .param("code", code)
                .param("except", except == null ? null : except.value(), java.sql.Types.OTHER)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean circle(BodyId body, BodyId parent) {
        return jdbc.sql("""
                        with recursive above as (
                            select id, parent_id from registry.body where id = :parent
                            union
                            select b.id, b.parent_id from registry.body b join above a on b.id = a.parent_id)
                        select exists (select 1 from above where id = :id)""")
                .param("parent", parent.value())
                .param("id", body.value())
                .query(Boolean.class)
                .single();
    }

    /** What stands around a body, the bin left out. */
    record Neighbours(
            @Nullable BodyId parent,
            @Nullable String parentCode,
            @Nullable BodyName parentName,
            @Nullable BodyId keeper,
            @Nullable BodyName keeperName,
            int below) {}

    Neighbours around(BodyId body, Language reader) {
        String parentTag = Bodies.NAME.formatted("p");
        String keeperTag = Bodies.NAME.formatted("k");
        return jdbc.sql("select p.id as parent, p.code as parent_code, k.id as keeper, " + parentTag
                        + " as parent_tag, "
                        + "registry.name_text(" + parentTag
                        + ", p.name_uk, p.name_sr, p.name_ru, p.name_en) as parent_name, "
                        + keeperTag + " as keeper_tag, "
                        + "registry.name_text(" + keeperTag
                        + ", k.name_uk, k.name_sr, k.name_ru, k.name_en) as keeper_name, "
                        + """
                               (select count(*) - 1 from registry.with_below(b.id)) as below
                        from registry.body b
                        left join registry.body p on p.id = b.parent_id and p.deleted_at is null
                        left join registry.body k on k.id = b.keeper_id and k.deleted_at is null
                        where b.id = :id""")
                .param("id", body.value())
                .param("reader", reader.tag())
                .query((row, n) -> {
                    BodyId parent = Bodies.id(row, "parent");
                    BodyId keeper = Bodies.id(row, "keeper");
                    return new Neighbours(
                            parent,
                            row.getString("parent_code"),
                            parent == null
                                    ? null
                                    : BodyName.of(row.getString("parent_name"), row.getString("parent_tag"), reader),
                            keeper,
                            keeper == null
                                    ? null
                                    : BodyName.of(row.getString("keeper_name"), row.getString("keeper_tag"), reader),
                            row.getInt("below"));
                })
                .single();
    }

    /** Whoever writes looks first whether a code is free and no circle closes: one at a time until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('registry.body', 0))")
                .query()
                .listOfRows();
    }

    /** False where someone else has changed the body since {@code version}. */
    boolean change(BodyId id, int version, BodyDetails details) {
        return jdbc.sql("""
                        update registry.body
                        set code = :code, kind = :kind, parent_id = :parent, name_uk = :nameUk, name_sr = :nameSr,
                            name_ru = :nameRu, name_en = :nameEn, population = :population, site = :site, mail = :mail,
                            organising = :organising, hue = :hue, keeper_id = :keeper, jurisdiction = :jurisdiction,
                            other_names = :otherNames, phone = :phone, address = :address, zone = :zone,
                            founded_on = :foundedOn, version = version + 1,
                            changed_at = :now
                        where id = :id and version = :version and deleted_at is null""")
                        .params(Params.of(details))
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }
}
