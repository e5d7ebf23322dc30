package org.glasnik.officialpage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.pageaddress.PageAddress;
import org.glasnik.pageaddress.Platform;
import org.glasnik.platform.Language;
import org.glasnik.platform.Params;
import org.glasnik.registry.BodyName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The official pages of this installation, those in the bin left out. */
@Repository
public class Pages {
    /** The latest proof of page p, as f. */
    static final String PROOF = """
             left join lateral (select f.kind, f.seen_on from officialpage.proof f
                                where f.page_id = p.id order by f.seen_on desc, f.id desc limit 1) f on true
            """;

    /** Two columns, {@code body_tag} and {@code body_name}, of body b. */
    static final String BODY_NAMED = """
            registry.name_tag(:reader, b.name_uk, b.name_sr, b.name_ru, b.name_en) as body_tag,
            registry.name_text(registry.name_tag(:reader, b.name_uk, b.name_sr, b.name_ru, b.name_en),
                               b.name_uk, b.name_sr, b.name_ru, b.name_en) as body_name
            """;

    /** All of a page p and its body b that {@link #page} reads. */
    static final String WHOLE = "select p.*, b.code, coalesce(b.keeper_id, b.id) as readers, d.reviewed_on, d.due_on,"
            + " f.kind as proof, f.seen_on as proved_on, " + BODY_NAMED + ", " + PageRights.INSIDE + " as inside, "
            + PageRights.CHANGES + " as changeable"
            + " from officialpage.page p join registry.body_open b on b.id = p.body_id"
            + " join officialpage.due(:today) d on d.page_id = p.id" + PROOF + " where p.deleted_at is null and ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Pages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The page if the viewer may see it. */
    Optional<Page> of(PageId id, Viewer viewer, Language reader, LocalDate today) {
        return one(PageRights.SEES, id, viewer, reader, today);
    }

    /** The page if the viewer may change it. */
    Optional<Page> changeable(PageId id, Viewer viewer, Language reader, LocalDate today) {
        return one(PageRights.CHANGES, id, viewer, reader, today);
    }

    private Optional<Page> one(String right, PageId id, Viewer viewer, Language reader, LocalDate today) {
        return jdbc.sql(WHOLE + "p.id = :id and " + right)
                .params(PageRights.of(viewer))
                .param("reader", reader.tag())
                .param("today", today)
                .param("id", id.value())
                .query((row, n) -> page(row, reader))
                .optional();
    }

    /** The body of a code, if the viewer may change its pages. */
    Optional<BodyId> changeableBody(String code, Viewer viewer) {
        return jdbc.sql("select b.id from registry.body_open b where lower(b.code) = lower(:code) and "
                        + PageRights.CHANGES)
                .params(PageRights.of(viewer))
                .param("code", code)
                .query(UUID.class)
                .optional()
                .map(BodyId::new);
    }

    /** Whoever enters an address looks first whether it is free: one at a time until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('officialpage.page', 0))")
                .query()
                .listOfRows();
    }

    /** The page that has an address now, whoever may see it: an address is one body's at a time. */
    Optional<PageId> holder(Platform platform, String key, @Nullable PageId except) {
        return jdbc.sql("""
                        select p.id from officialpage.page p
                        where p.platform = :platform and p.key = :key and p.status <> 'archived' and p.deleted_at is null
                          and p.id is distinct from :except""")
                .param("platform", platform.tag())
                .param("key", key)
                .param("except", except == null ? null : except.value(), Types.OTHER)
                .query(UUID.class)
                .optional()
                .map(PageId::new);
    }

    /** Empty where the address is another page's by now. */
    public Optional<PageId> add(PageDetails details) {
        return written(jdbc.sql("""
                        insert into officialpage.page (body_id, platform, key, handle, address, name, likeness, purpose, unit,
                                                       languages, category, status, opened_on, archived_on, created_at,
                                                       changed_at)
                        values (:body, :platform, :key, :handle, :address, :name, :likeness, :purpose, :unit, :tags,
                                :category, :status, :openedOn,
                                case when :status = 'archived' then greatest(:today, :openedOn) end, :now, :now)
                        on conflict do nothing returning id"""), details)
                .param("today", LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .map(PageId::new);
    }

    /** False where someone else has changed the page since {@code version}. */
    boolean change(PageId id, int version, PageDetails details) {
        return written(jdbc.sql("""
                        update officialpage.page
                        set body_id = :body, platform = :platform, key = :key, handle = :handle, address = :address,
                            name = :name, likeness = :likeness, purpose = :purpose, unit = :unit, languages = :tags,
                            category = :category, status = :status, opened_on = :openedOn, version = version + 1,
                            changed_at = :now
                        where id = :id and version = :version and deleted_at is null"""), details)
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    private StatementSpec written(StatementSpec sql, PageDetails details) {
        return sql.params(Params.of(details))
                .params(Params.of(details.at()))
                .param("openedOn", details.openedOn(), Types.DATE)
                .param(
                        "tags",
                        details.languages().isEmpty()
                                ? new String[0]
                                : details.languages().split(", "))
                .param("name", details.at().name())
                .param("likeness", details.at().likeness())
                .param("now", Timestamp.from(clock.instant()));
    }

    static Page page(ResultSet row, Language reader) throws SQLException {
        String proof = row.getString("proof");
        return new Page(
                new PageId(row.getObject("id", UUID.class)),
                new PageDetails(
                        new BodyId(row.getObject("body_id", UUID.class)),
                        new PageAddress(
                                Platform.ofTag(row.getString("platform")).orElse(Platform.SITE),
                                row.getString("handle"),
                                row.getString("key"),
                                row.getString("address")),
                        row.getString("purpose"),
                        row.getString("unit"),
                        languages(row),
                        PageCategory.ofTag(row.getString("category")).orElse(null),
                        PageStatus.ofTag(row.getString("status")).orElseThrow(),
                        row.getObject("opened_on", LocalDate.class)),
                bodyName(row, reader),
                row.getString("code"),
                new BodyId(row.getObject("readers", UUID.class)),
                row.getObject("archived_on", LocalDate.class),
                row.getObject("reviewed_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                proof == null
                        ? null
                        : new Proof(ProofKind.ofTag(proof).orElseThrow(), row.getObject("proved_on", LocalDate.class)),
                row.getBoolean("inside"),
                row.getBoolean("changeable"),
                row.getInt("version"),
                row.getTimestamp("changed_at").toInstant());
    }

    static BodyName bodyName(ResultSet row, Language reader) throws SQLException {
        return BodyName.of(row.getString("body_name"), row.getString("body_tag"), reader);
    }

    static String languages(ResultSet row) throws SQLException {
        return String.join(
                ", ", Arrays.asList((String[]) row.getArray("languages").getArray()));
    }
}
