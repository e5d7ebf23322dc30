package org.glasnik.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.glasnik.access.BodyId;
import org.glasnik.listing.Collation;
import org.glasnik.listing.Exporting;
import org.glasnik.listing.ListRequest;
import org.glasnik.platform.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The register as a list. It is public: whoever asks sees the same rows. */
@Repository
class BodyRows {
    private static final String FILTERED = """
             from registry.body b left join registry.body p on p.id = b.parent_id and p.deleted_at is null
            where b.deleted_at is null
              and (:text = '' or b.folded like platform.anywhere(:text)
                   or exists (select from registry.former_name f where f.body_id = b.id and f.folded like platform.anywhere(:text)))
              and (:kind = '' or b.kind = :kind)
              and (:jurisdiction = '' or b.jurisdiction = :jurisdiction)
              and (:state = '' or (:state = 'ended') = (b.ended_on is not null))
              and (:above = '' or (b.id::text <> :above and b.id in (
                   select registry.with_below(a.id) from registry.body a where a.id::text = :above)))
            """;

    private final JdbcClient jdbc;

    BodyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int count(ListRequest request) {
        return filtered("select count(*)" + FILTERED, request)
                .query(Integer.class)
                .single();
    }

    /** @param kinds tags in the order of their words in the reader's language */
    List<BodyRow> page(ListRequest request, Language reader, List<String> kinds) {
        return rows(request, reader, kinds, " limit " + ListRequest.SIZE + " offset " + request.offset())
                .query((row, n) -> row(row, reader))
                .list();
    }

    Stream<BodyRow> all(ListRequest request, Language reader, List<String> kinds) {
        return rows(request, reader, kinds, "")
                .withFetchSize(Exporting.FETCHED)
                .query((row, n) -> row(row, reader))
                .stream();
    }

    private StatementSpec rows(ListRequest request, Language reader, List<String> kinds, String part) {
        Map<String, String> sorts = Map.of(
                "name", Bodies.ORDER.formatted("b") + Collation.of(reader),
                "kind", "array_position(:kinds, b.kind)",
                "parent", Bodies.ORDER.formatted("p") + Collation.of(reader),
                "population", "b.population",
                "code", "b.code");
        String parentTag = Bodies.NAME.formatted("p");
        return filtered(
                        "select b.id, " + Bodies.NAMED + ", b.kind, b.code, p.id as parent, " + parentTag
                                + " as parent_tag, registry.name_text(" + parentTag
                                + ", p.name_uk, p.name_sr, p.name_ru, p.name_en) as parent_name,"
                                + " b.population, b.site, b.mail, b.organising, b.jurisdiction, b.phone, b.address, b.founded_on, b.ended_on, b.zone, b.other_names,"
                                + " b.name_uk, b.name_sr, b.name_ru, b.name_en, p.code as parent_code,"
                                + " array(select h.code from registry.successor h_of join registry.body h on h.id = h_of.successor_id"
                                + " where h_of.body_id = b.id and h.deleted_at is null order by h.code) as successors"
                                + FILTERED + " order by "
                                + request.orderBy(sorts, "b.id") + part,
                        request)
                .param("reader", reader.tag())
                .param("kinds", kinds.toArray(String[]::new));
    }

    private StatementSpec filtered(String sql, ListRequest request) {
        return jdbc.sql(sql)
                .param("text", request.filter("text"))
                .param("kind", request.filter("kind"))
                .param("jurisdiction", request.filter("jurisdiction"))
                .param("state", request.filter("state"))
                .param("above", request.filter("parent"));
    }

    /** The bodies that others stand under, id to name, in the order of names. */
    Map<String, String> parents(Language reader) {
        return above(reader, "id");
    }

    /** The same, by code. */
    Map<String, String> parentCodes(Language reader) {
        return above(reader, "code");
    }

    private Map<String, String> above(Language reader, String key) {
        Map<String, String> parents = new LinkedHashMap<>();
        jdbc.sql("select b.id, b.code, " + Bodies.NAMED + """
                         from registry.body b
                        where b.deleted_at is null
                          and exists (select 1 from registry.body c where c.parent_id = b.id and c.deleted_at is null)
                        order by\s""" + Bodies.ORDER.formatted("b") + Collation.of(reader)
                        + ", b.id")
                .param("reader", reader.tag())
                .query((row, n) ->
                        parents.put(row.getString(key), Bodies.name(row, reader).text()))
                .list();
        return parents;
    }

    private static BodyRow row(ResultSet row, Language reader) throws SQLException {
        BodyId parent = Bodies.id(row, "parent");
        return new BodyRow(
                new BodyId(row.getObject("id", UUID.class)),
                Bodies.name(row, reader),
                BodyKind.ofTag(row.getString("kind")).orElse(BodyKind.OTHER),
                row.getString("code"),
                parent,
                parent == null ? null : BodyName.of(row.getString("parent_name"), row.getString("parent_tag"), reader),
                row.getObject("population", Integer.class),
                row.getString("site"),
                row.getString("mail"),
                row.getBoolean("organising"),
                row.getString("jurisdiction"),
                row.getString("phone"),
                row.getString("address"),
                row.getObject("founded_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("zone"),
                List.of((String[]) row.getArray("other_names").getArray()),
                row.getString("parent_code"),
                List.of((String[]) row.getArray("successors").getArray()),
                new Lifecycles.Names(
                        row.getString("name_uk"),
                        row.getString("name_sr"),
                        row.getString("name_ru"),
                        row.getString("name_en")));
    }
}
