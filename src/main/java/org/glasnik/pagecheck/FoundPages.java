package org.glasnik.pagecheck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.pageaddress.PageAddress;
import org.glasnik.pageaddress.Platform;
import org.glasnik.platform.Language;
import org.glasnik.registry.BodyName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the public part of the register knows of an address or a name. Whoever asks gets the same. */
@Repository
class FoundPages {
    /** More pages of one name nobody reads. */
    static final int MOST = 20;

    private final JdbcClient jdbc;

    FoundPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final String NAMED = """
            registry.name_tag(:reader, b.name_uk, b.name_sr, b.name_ru, b.name_en) as tag,
            registry.name_text(registry.name_tag(:reader, b.name_uk, b.name_sr, b.name_ru, b.name_en),
                               b.name_uk, b.name_sr, b.name_ru, b.name_en) as name
            """;

    private static final String FOUND = "select p.*, b.code, b.id as body, registered.tag, registered.name as body_name"
            + " from officialpage.page_public p join registry.body_open b on b.id = p.body_id cross join lateral (select "
            + NAMED + ") registered where ";

    /** Those that are official first. */
    private static final String ORDER =
            " order by p.archived_on desc nulls first, p.platform, p.key, p.id limit " + MOST;

    List<FoundPage> at(PageAddress address, Language reader) {
        return jdbc.sql(FOUND + "p.platform = :platform and p.key = :key" + ORDER)
                .param("platform", address.platform().tag())
                .param("key", address.key())
                .param("reader", reader.tag())
                .query((row, n) -> found(row, reader))
                .list();
    }

    List<FoundPage> named(String name, Language reader) {
        return jdbc.sql(FOUND + "p.name = :name" + ORDER)
                .param("name", PageAddress.name(name))
                .param("reader", reader.tag())
                .query((row, n) -> found(row, reader))
                .list();
    }

    /** Official pages that the eye takes for this one, on its platform or, for a name alone, on any. */
    List<FoundPage> like(PageAddress address, boolean anywhere, Language reader) {
        return address.likeness().isEmpty()
                ? List.of()
                : jdbc.sql(FOUND + "p.likeness = :likeness and (:anywhere or p.platform = :platform)"
                                + " and p.archived_on is null" + ORDER)
                        .param("likeness", address.likeness())
                        .param("anywhere", anywhere)
                        .param("platform", address.platform().tag())
                        .param("reader", reader.tag())
                        .query((row, n) -> found(row, reader))
                        .list();
    }

    /** A body in whose record an address stands as its site, or as the beginning of it. */
    record SiteOf(BodyId body, BodyName name, String site) {}

    List<SiteOf> siteOf(PageAddress address, Language reader) {
        return jdbc.sql("select b.id, b.site, " + NAMED + """
                         from registry.body_open b
                              cross join lateral (
                                  select rtrim(regexp_replace(lower(b.site), '^https?://(www[0-9]?\\.)?', ''), '/') as start) s
                        where b.site <> '' and (lower(:key) = s.start or starts_with(lower(:key), s.start || '/'))
                        order by length(s.start) desc, b.id limit 3""")
                .param("key", address.key())
                .param("reader", reader.tag())
                .query((row, n) -> new SiteOf(
                        new BodyId(row.getObject("id", UUID.class)),
                        BodyName.of(row.getString("name"), row.getString("tag"), reader),
                        row.getString("site")))
                .list();
    }

    private static FoundPage found(ResultSet row, Language reader) throws SQLException {
        return new FoundPage(
                row.getObject("id", UUID.class),
                new BodyId(row.getObject("body", UUID.class)),
                BodyName.of(row.getString("body_name"), row.getString("tag"), reader),
                row.getString("code"),
                Platform.ofTag(row.getString("platform")).orElse(Platform.SITE),
                row.getString("handle"),
                row.getString("address"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("archived_on", LocalDate.class),
                row.getObject("reviewed_on", LocalDate.class),
                row.getString("proof"),
                row.getObject("proved_on", LocalDate.class));
    }
}
