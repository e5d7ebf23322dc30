package org.glasnik.pageduty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.listing.Collation;
import org.glasnik.listing.Exporting;
import org.glasnik.listing.ListRequest;
import org.glasnik.pageaddress.Platform;
import org.glasnik.platform.Language;
import org.glasnik.registry.BodyKind;
import org.glasnik.registry.BodyName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What bodies owe on a day: as figures, as a list, for one body. Public law and public pages: everyone sees the same. */
@Repository
class OwedPages {
    /** Duty q that holds on the day, and body b that it binds then. */
    private static final String BOUND = """
             from pageduty.duty q
             join registry.body_open b on b.jurisdiction = q.jurisdiction and b.kind = q.kind
                                          and (b.ended_on is null or b.ended_on > :day)
            """;

    private static final String HOLDS = "q.since <= :day and (q.until is null or q.until > :day)";

    /** The body ran a page there on that day. */
    private static final String HAS = """
            exists (select 1 from officialpage.page_open p
                    where p.body_id = b.id and p.platform = q.platform and p.status <> 'planned'
                      and (p.opened_on is null or p.opened_on <= :day) and (p.archived_on is null or p.archived_on > :day))
            """;

    private static final String FILTERED = BOUND + " where " + HOLDS + " and not " + HAS + """
              and (:text = '' or platform.fold(b.code || ' ' || b.name_uk || ' ' || b.name_sr || ' ' || b.name_ru || ' '
                                               || b.name_en) like platform.anywhere(:text))
              and (:kind = '' or q.kind = :kind)
              and (:platform = '' or q.platform = :platform)
              and (:jurisdiction = '' or q.jurisdiction = :jurisdiction)
            """;

    /** What is planned is for those inside. */
    private static final String PLANNED = """
            ((:operator or b.id = any(:organises) or b.keeper_id = any(:organises) or b.id = any(:sitsIn))
             and exists (select 1 from officialpage.page_open p
                         where p.body_id = b.id and p.platform = q.platform and p.status = 'planned')) as planned
            """;

    private final JdbcClient jdbc;

    OwedPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Jurisdictions that have any duty, with how many bodies they hold: those with most bodies first. */
    Map<String, Integer> jurisdictions() {
        Map<String, Integer> all = new LinkedHashMap<>();
        jdbc.sql("""
                        select q.jurisdiction, (select count(*) from registry.body_open b
                                                where b.jurisdiction = q.jurisdiction)::int as bodies
                        from (select distinct jurisdiction from pageduty.duty) q order by bodies desc, q.jurisdiction""")
                .query((row, n) -> all.put(row.getString("jurisdiction"), row.getInt("bodies")))
                .list();
        return all;
    }

    /** A duty that binds no body here is a cell of nobody. */
    List<DutyMatrix.Cell> cells(String jurisdiction, LocalDate day) {
        return jdbc.sql("select q.kind, q.platform, count(b.id)::int as must, (count(b.id) filter (where " + HAS
                        + "))::int as have" + BOUND.replace(" join registry", " left join registry") + " where "
                        + HOLDS + " and q.jurisdiction = :jurisdiction group by q.kind, q.platform")
                .param("jurisdiction", jurisdiction)
                .param("day", day)
                .query((row, n) ->
                        new DutyMatrix.Cell(kind(row), platform(row), row.getInt("must"), row.getInt("have"), 0))
                .list();
    }

    int count(ListRequest request, LocalDate day) {
        return filtered("select count(*)" + FILTERED, request, day)
                .query(Integer.class)
                .single();
    }

    List<MissingRow> page(ListRequest request, Viewer viewer, Language reader, LocalDate day) {
        return rows(request, viewer, reader, day, " limit " + ListRequest.SIZE + " offset " + request.offset())
                .query((row, n) -> row(row, reader))
                .list();
    }

    Stream<MissingRow> all(ListRequest request, Viewer viewer, Language reader, LocalDate day) {
        return rows(request, viewer, reader, day, "")
                .withFetchSize(Exporting.FETCHED)
                .query((row, n) -> row(row, reader))
                .stream();
    }

    /** @param has whether the body runs a page there */
    record Owed(Platform platform, boolean has, LocalDate since, String basis, String basisAddress) {}

    /** What one body must have on a day. */
    List<Owed> of(BodyId body, LocalDate day) {
        return jdbc.sql("select q.platform, q.since, q.basis, q.basis_address, " + HAS + " as has" + BOUND + " where "
                        + HOLDS + " and b.id = :body order by q.platform")
                .param("body", body.value())
                .param("day", day)
                .query((row, n) -> new Owed(
                        platform(row),
                        row.getBoolean("has"),
                        row.getObject("since", LocalDate.class),
                        row.getString("basis"),
                        row.getString("basis_address")))
                .list();
    }

    private StatementSpec rows(ListRequest request, Viewer viewer, Language reader, LocalDate day, String part) {
        Map<String, String> sorts = Map.of(
                "body",
                        "registry.name_order(:reader, b.name_uk, b.name_sr, b.name_ru, b.name_en) collate "
                                + Collation.of(reader),
                "kind", "q.kind",
                "platform", "q.platform",
                "since", "q.since");
        return filtered(
                        "select b.id, b.code, q.kind, q.platform, q.since, q.basis, q.basis_address, "
                                + "registry.name_tag(:reader, b.name_uk, b.name_sr, b.name_ru, b.name_en) as tag, "
                                + "registry.name_text(registry.name_tag(:reader, b.name_uk, b.name_sr, b.name_ru, b.name_en), "
                                + "b.name_uk, b.name_sr, b.name_ru, b.name_en) as name, " + PLANNED + FILTERED
                                + " order by " + request.orderBy(sorts, "b.id, q.platform") + part,
                        request,
                        day)
                .param("reader", reader.tag())
                .param("operator", viewer.operator())
                .param("organises", viewer.organisesIds())
                .param("sitsIn", viewer.sitsInIds());
    }

    private StatementSpec filtered(String sql, ListRequest request, LocalDate day) {
        return jdbc.sql(sql)
                .param("day", day)
                .param("text", request.filter("text"))
                .param("kind", request.filter("kind"))
                .param("platform", request.filter("platform"))
                .param("jurisdiction", request.filter("jurisdiction"));
    }

    private static MissingRow row(ResultSet row, Language reader) throws SQLException {
        return new MissingRow(
                new BodyId(row.getObject("id", UUID.class)),
                BodyName.of(row.getString("name"), row.getString("tag"), reader),
                row.getString("code"),
                kind(row),
                platform(row),
                row.getObject("since", LocalDate.class),
                row.getString("basis"),
                row.getString("basis_address"),
                row.getBoolean("planned"));
    }

    private static BodyKind kind(ResultSet row) throws SQLException {
        return BodyKind.ofTag(row.getString("kind")).orElse(BodyKind.OTHER);
    }

    private static Platform platform(ResultSet row) throws SQLException {
        return Platform.ofTag(row.getString("platform")).orElse(Platform.SITE);
    }
}
