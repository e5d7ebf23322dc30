package org.glasnik.officialpage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.listing.Collation;
import org.glasnik.listing.Exporting;
import org.glasnik.listing.ListRequest;
import org.glasnik.pageaddress.Platform;
import org.glasnik.pageaddress.Typed;
import org.glasnik.platform.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Official pages as a list, with what each lacks. */
@Repository
class PageRows {
    private static final String LACKING = Arrays.stream(Lack.values())
            .map(lack -> " when '" + lack.tag() + "' then " + lack.sql())
            .collect(Collectors.joining("", "(case :lack when '' then true", " else false end)"));

    private static final String FILTERED =
            """
             from officialpage.page p
             join registry.body_open b on b.id = p.body_id
             join officialpage.due(:today) d on d.page_id = p.id
            """ + Pages.PROOF + " where p.deleted_at is null and " + PageRights.SEES + """
              and (:text = '' or p.folded like platform.anywhere(:text) or (p.platform = :on and p.key = :at)
                   or platform.fold(b.code || ' ' || b.name_uk || ' ' || b.name_sr || ' ' || b.name_ru || ' ' || b.name_en)
                       like platform.anywhere(:text))
              and (:kind = '' or b.kind = :kind)
              and (:platform = '' or p.platform = :platform)
              and (:category = '' or p.category = :category)
              and (:status = '' or p.status = :status)
              and (:jurisdiction = '' or b.jurisdiction = :jurisdiction)
              and\s""" + LACKING;

    /** Names of people behind the page, for those inside. */
    private static final String PEOPLE = "case when " + PageRights.INSIDE + """
             then (select w.name from officialpage.responsible r join identity.person_open w on w.id = r.person_id
                   where r.page_id = p.id) end as responsible,
            case when\s""" + PageRights.INSIDE + """
             then (select string_agg(w.name, '; ' order by w.name) from officialpage.administrator a
                   join identity.person_open w on w.id = a.person_id where a.page_id = p.id) end as administrators
            """;

    private final JdbcClient jdbc;

    PageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int count(ListRequest request, Viewer viewer, LocalDate today) {
        return filtered("select count(*)" + FILTERED, request, viewer, today)
                .query(Integer.class)
                .single();
    }

    List<PageRow> page(ListRequest request, Viewer viewer, Language reader, LocalDate today) {
        return rows(request, viewer, reader, today, " limit " + ListRequest.SIZE + " offset " + request.offset())
                .query((row, n) -> row(row, reader))
                .list();
    }

    Stream<PageRow> all(ListRequest request, Viewer viewer, Language reader, LocalDate today) {
        return rows(request, viewer, reader, today, "")
                .withFetchSize(Exporting.FETCHED)
                .query((row, n) -> row(row, reader))
                .stream();
    }

    /** Every page of one body that the viewer may see, those that are run first. */
    List<PageRow> ofBody(BodyId body, Viewer viewer, Language reader, LocalDate today) {
        return jdbc.sql(
                        columns() + """
                         from officialpage.page p
                         join registry.body_open b on b.id = p.body_id
                         join officialpage.due(:today) d on d.page_id = p.id
                        """ + Pages.PROOF + " where b.id = :body and p.deleted_at is null and "
                                + PageRights.SEES
                                + " order by array_position(array['live', 'planned', 'archived'], p.status),"
                                + " array_position(array['flagship', 'active', 'card'], p.category) nulls last, p.platform, p.id")
                .params(PageRights.of(viewer))
                .param("body", body.value())
                .param("today", today)
                .param("reader", reader.tag())
                .query((row, n) -> row(row, reader))
                .list();
    }

    /** What one page lacks, in the order of {@link Lack}. */
    List<Lack> lacking(PageId page, Viewer viewer, LocalDate today) {
        return jdbc.sql("select unnest(" + Lack.all() + """
                        ) as lack from officialpage.page p
                         join registry.body_open b on b.id = p.body_id
                         join officialpage.due(:today) d on d.page_id = p.id
                        """ + Pages.PROOF + " where p.id = :id")
                .params(PageRights.of(viewer))
                .param("id", page.value())
                .param("today", today)
                .query((row, n) -> Lack.valueOf(row.getString("lack").toUpperCase(Locale.ROOT)))
                .list();
    }

    private StatementSpec rows(ListRequest request, Viewer viewer, Language reader, LocalDate today, String part) {
        Map<String, String> sorts = Map.of(
                "page", "p.name",
                "body",
                        "registry.name_order(:reader, b.name_uk, b.name_sr, b.name_ru, b.name_en) collate "
                                + Collation.of(reader),
                "platform", "p.platform",
                "status", "array_position(array['live', 'planned', 'archived'], p.status)",
                "reviewed", "d.reviewed_on");
        return filtered(
                        columns() + FILTERED + " order by " + request.orderBy(sorts, "p.id") + part,
                        request,
                        viewer,
                        today)
                .param("reader", reader.tag());
    }

    private static String columns() {
        return "select p.id, p.body_id, b.code, p.platform, p.handle, p.address, p.purpose, p.unit, p.languages, p.category,"
                + " p.status, p.opened_on, p.archived_on, d.reviewed_on, d.due_on, f.kind as proof, f.seen_on as proved_on, "
                + Pages.BODY_NAMED + ", " + Lack.all() + " as lacks, " + PEOPLE;
    }

    /** A page is found by any spelling of its address. */
    private StatementSpec filtered(String sql, ListRequest request, Viewer viewer, LocalDate today) {
        Typed typed = Typed.of(request.filter("text"));
        return jdbc.sql(sql)
                .params(PageRights.of(viewer))
                .param("today", today)
                .param("text", request.filter("text"))
                .param(
                        "on",
                        typed instanceof Typed.Page page
                                ? page.address().platform().tag()
                                : "")
                .param("at", typed instanceof Typed.Page page ? page.address().key() : "")
                .param("kind", request.filter("kind"))
                .param("platform", request.filter("platform"))
                .param("category", request.filter("category"))
                .param("status", request.filter("status"))
                .param("jurisdiction", request.filter("jurisdiction"))
                .param("lack", request.filter("lack"));
    }

    private static PageRow row(ResultSet row, Language reader) throws SQLException {
        String proof = row.getString("proof");
        return new PageRow(
                new PageId(row.getObject("id", UUID.class)),
                new BodyId(row.getObject("body_id", UUID.class)),
                Pages.bodyName(row, reader),
                row.getString("code"),
                Platform.ofTag(row.getString("platform")).orElse(Platform.SITE),
                row.getString("handle"),
                row.getString("address"),
                row.getString("purpose"),
                row.getString("unit"),
                Pages.languages(row),
                PageCategory.ofTag(row.getString("category")).orElse(null),
                PageStatus.ofTag(row.getString("status")).orElseThrow(),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("archived_on", LocalDate.class),
                row.getObject("reviewed_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                proof == null
                        ? null
                        : new Proof(ProofKind.ofTag(proof).orElseThrow(), row.getObject("proved_on", LocalDate.class)),
                List.of((String[]) row.getArray("lacks").getArray()),
                row.getString("responsible"),
                row.getString("administrators"));
    }
}
