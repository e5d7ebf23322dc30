package org.glasnik.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.glasnik.search.SearchDocument;
import org.glasnik.search.SearchDocument.Text;
import org.glasnik.search.SearchHit;
import org.glasnik.search.SearchHit.Words;
import org.glasnik.search.SeenBy;
import org.glasnik.search.TableSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bodies can be found by everyone, by any name that they have or had, and by code, site and mail. */
@Repository
class BodiesInSearch extends TableSource {
    private static final double OF_THE_PAST = 0.1;

    private static final String FORMER = Stream.of("uk", "sr", "ru", "en")
            .map(tag ->
                    ", array(select f.name_%1$s from registry.former_name f where f.body_id = b.id and f.name_%1$s <> '' order by f.until desc) as former_%1$s"
                            .formatted(tag))
            .collect(Collectors.joining());
    private static final String DOCUMENTS = """
            select b.id, b.code, b.kind, b.name_uk, b.name_sr, b.name_ru, b.name_en, b.other_names, b.population, b.site, b.mail,
                   b.ended_on, p.name_uk as around_uk, p.name_sr as around_sr, p.name_ru as around_ru, p.name_en as around_en
            """ + FORMER + """
             from registry.body b left join registry.body p on p.id = b.parent_id and p.deleted_at is null
            where b.deleted_at is null""";

    private final Texts texts;
    private final KindWords kinds;

    BodiesInSearch(JdbcClient jdbc, Texts texts, KindWords kinds) {
        super(jdbc, "body", 10, "registry.bodies.title", DOCUMENTS, "b.id");
        this.texts = texts;
        this.kinds = kinds;
    }

    @Override
    public String list(Viewer viewer) {
        return "/bodies";
    }

    @Override
    public boolean personal() {
        return false;
    }

    @Override
    protected SearchDocument document(ResultSet row) throws SQLException {
        List<Text> names = new ArrayList<>();
        List<Text> around = new ArrayList<>();
        for (Language language : LANGUAGES) {
            String tag = language.tag();
            add(names, row.getString("name_" + tag), language);
            for (String former : strings(row, "former_" + tag)) {
                add(names, former, language);
            }
            add(around, row.getString("around_" + tag), language);
            BodyKind.ofTag(row.getString("kind")).ifPresent(kind -> add(around, kinds.word(language, kind), language));
        }
        for (String other : strings(row, "other_names")) {
            add(names, other, null);
        }
        double weight = Math.max(1, row.getInt("population")) * (row.getObject("ended_on") == null ? 1 : OF_THE_PAST);
        return new SearchDocument(
                row.getObject("id", UUID.class), names, around, keys(row), Set.of(SeenBy.ANYONE), weight);
    }

    private static void add(List<Text> texts, @Nullable String text, @Nullable Language language) {
        if (text != null && !text.isEmpty()) {
            texts.add(new Text(text, language));
        }
    }

    private static List<String> keys(ResultSet row) throws SQLException {
        String site = row.getString("site");
        // Who looks for an address looks for the site or for any page of it.
        String host = site.replaceFirst("^[a-z]+://", "").replaceFirst("/.*$", "");
        return Stream.of(row.getString("code"), site, host, row.getString("mail"))
                .filter(key -> !key.isEmpty())
                .toList();
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    @Override
    public Map<UUID, SearchHit> hits(Set<UUID> ids, Viewer viewer, Language reader) {
        String parentTag = Bodies.NAME.formatted("p");
        return jdbc
                .sql(
                        "select b.id, b.code, b.kind, b.other_names, b.site, b.mail, b.ended_on, b.name_uk, b.name_sr, b.name_ru, b.name_en, "
                                + Bodies.NAMED + FORMER + ", " + parentTag + " as parent_tag, registry.name_text("
                                + parentTag
                                + ", p.name_uk, p.name_sr, p.name_ru, p.name_en) as parent_name" + """
                         from registry.body b left join registry.body p on p.id = b.parent_id and p.deleted_at is null
                        where b.deleted_at is null and b.id = any(:ids)""")
                .param("reader", reader.tag())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), hit(row, reader)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private SearchHit hit(ResultSet row, Language reader) throws SQLException {
        List<Words> line = new ArrayList<>();
        BodyKind kind = BodyKind.ofTag(row.getString("kind")).orElse(BodyKind.OTHER);
        line.add(new Words(kinds.word(reader, kind), null));
        String parent = row.getString("parent_name");
        if (parent != null) {
            line.add(words(BodyName.of(parent, row.getString("parent_tag"), reader), reader));
        }
        List<Words> others = new ArrayList<>();
        for (Language language : LANGUAGES) {
            others.add(new Words(row.getString("name_" + language.tag()), language.tag()));
            for (String former : strings(row, "former_" + language.tag())) {
                others.add(new Words(former, language.tag()));
            }
        }
        strings(row, "other_names").forEach(other -> others.add(new Words(other, null)));
        keys(row).forEach(key -> others.add(new Words(key, null)));
        return new SearchHit(
                "/bodies/" + row.getString("id"),
                words(Bodies.name(row, reader), reader),
                line,
                others,
                row.getObject("ended_on") == null ? null : texts.text(reader, "registry.body.ended"));
    }

    private static Words words(BodyName name, Language reader) {
        return new Words(name.text(), name.lang(reader));
    }
}
