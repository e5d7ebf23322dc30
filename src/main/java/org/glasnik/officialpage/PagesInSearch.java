package org.glasnik.officialpage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.glasnik.registry.BodyName;
import org.glasnik.search.SearchDocument;
import org.glasnik.search.SearchDocument.Text;
import org.glasnik.search.SearchHit;
import org.glasnik.search.SearchHit.Words;
import org.glasnik.search.SeenBy;
import org.glasnik.search.TableSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pages can be found by name, address and purpose, and by the body whose they are; a planned one by those inside only. */
@Repository
class PagesInSearch extends TableSource {
    private static final String DOCUMENTS = """
            select p.id, p.handle, p.address, p.purpose, p.platform, p.status, b.id as body, b.keeper_id,
                   b.population, b.name_uk, b.name_sr, b.name_ru, b.name_en
            from officialpage.page p join registry.body_open b on b.id = p.body_id
            where p.deleted_at is null""";

    private final Texts texts;

    PagesInSearch(JdbcClient jdbc, Texts texts) {
        super(jdbc, "page", 15, "officialpage.pages.title", DOCUMENTS, "p.id");
        this.texts = texts;
    }

    @Override
    public String list(Viewer viewer) {
        return "/pages";
    }

    @Override
    public boolean personal() {
        return false;
    }

    @Override
    protected SearchDocument document(ResultSet row) throws SQLException {
        List<Text> around = new ArrayList<>();
        for (Language language : LANGUAGES) {
            String name = row.getString("name_" + language.tag());
            if (!name.isEmpty()) {
                around.add(new Text(name, language));
            }
            around.add(new Text(texts.text(language, "officialpage.platform." + row.getString("platform")), language));
        }
        if (!row.getString("purpose").isEmpty()) {
            around.add(new Text(row.getString("purpose"), null));
        }
        String address = row.getString("address");
        return new SearchDocument(
                row.getObject("id", UUID.class),
                List.of(new Text(row.getString("handle").replaceAll("[_.-]+", " "), null)),
                around,
                List.of(row.getString("handle"), address, address.replaceFirst("^https?://(www\\.)?", "")),
                seenBy(row),
                Math.max(1, row.getInt("population")));
    }

    private static Set<SeenBy> seenBy(ResultSet row) throws SQLException {
        if (!row.getString("status").equals(PageStatus.PLANNED.tag())) {
            return Set.of(SeenBy.ANYONE);
        }
        BodyId body = new BodyId(row.getObject("body", UUID.class));
        UUID keeper = row.getObject("keeper_id", UUID.class);
        Set<SeenBy> inside = new HashSet<>(Set.of(SeenBy.OPERATOR, SeenBy.organisersOf(body), SeenBy.membersOf(body)));
        if (keeper != null) {
            inside.add(SeenBy.organisersOf(new BodyId(keeper)));
        }
        return inside;
    }

    @Override
    public Map<UUID, SearchHit> hits(Set<UUID> ids, Viewer viewer, Language reader) {
        return jdbc
                .sql("select p.id, p.handle, p.address, p.purpose, p.platform, p.status, " + Pages.BODY_NAMED
                        + " from officialpage.page p join registry.body_open b on b.id = p.body_id"
                        + " where p.deleted_at is null and p.id = any(:ids) and " + PageRights.SEES)
                .params(PageRights.of(viewer))
                .param("reader", reader.tag())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), hit(row, reader)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private SearchHit hit(ResultSet row, Language reader) throws SQLException {
        BodyName body = Pages.bodyName(row, reader);
        String status = row.getString("status");
        return new SearchHit(
                "/pages/" + row.getString("id"),
                new Words(row.getString("handle"), null),
                List.of(
                        new Words(texts.text(reader, "officialpage.platform." + row.getString("platform")), null),
                        new Words(body.text(), body.lang(reader))),
                List.of(new Words(row.getString("address"), null), new Words(row.getString("purpose"), null)),
                status.equals(PageStatus.LIVE.tag()) ? null : texts.text(reader, "officialpage.status." + status));
    }
}
