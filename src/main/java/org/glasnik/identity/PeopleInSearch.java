package org.glasnik.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnik.access.BodyId;
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

/** People can be found by those whose list they are in ({@link PeopleRows}), by name, mail and the bodies in which they sit. */
@Repository
class PeopleInSearch extends TableSource {
    private static final String DOCUMENTS = """
            select p.id, p.name, p.mail, seats.keepers, seats.uk, seats.sr, seats.ru, seats.en
              from identity.person p
                   left join lateral (
                       select array_agg(distinct b.id) || array_agg(distinct b.keeper_id) as keepers,
                              array_agg(b.name_uk) filter (where m.until is null) as uk,
                              array_agg(b.name_sr) filter (where m.until is null) as sr,
                              array_agg(b.name_ru) filter (where m.until is null) as ru,
                              array_agg(b.name_en) filter (where m.until is null) as en
                         from identity.membership m join registry.body_open b on b.id = m.body_id
                        where m.person_id = p.id) seats on true
             where p.deleted_at is null and p.erased_at is null""";

    private final PeopleRows rows;
    private final Texts texts;

    PeopleInSearch(JdbcClient jdbc, PeopleRows rows, Texts texts) {
        super(jdbc, "person", 20, "identity.people.title", DOCUMENTS, "p.id");
        this.rows = rows;
        this.texts = texts;
    }

    @Override
    public @Nullable String list(Viewer viewer) {
        return viewer.operator() || viewer.organiser() ? "/people" : null;
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    protected SearchDocument document(ResultSet row) throws SQLException {
        Set<SeenBy> seenBy = new HashSet<>(Set.of(SeenBy.OPERATOR));
        for (UUID body : array(row, "keepers", UUID[].class)) {
            seenBy.add(SeenBy.organisersOf(new BodyId(body)));
        }
        List<Text> around = LANGUAGES.stream()
                .flatMap(language -> names(row, language).map(name -> new Text(name, language)))
                .toList();
        return new SearchDocument(
                row.getObject("id", UUID.class),
                List.of(new Text(row.getString("name"), null)),
                around,
                List.of(row.getString("mail")),
                seenBy,
                0);
    }

    private static Stream<String> names(ResultSet row, Language language) {
        try {
            return array(row, language.tag(), String[].class).stream().filter(name -> !name.isEmpty());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> array(ResultSet row, String column, Class<T[]> type) throws SQLException {
        return row.getArray(column) == null
                ? List.of()
                : Arrays.stream(type.cast(row.getArray(column).getArray()))
                        .filter(each -> each != null)
                        .toList();
    }

    @Override
    public Map<UUID, SearchHit> hits(Set<UUID> ids, Viewer viewer, Language reader) {
        return rows.of(ids, viewer, reader).stream()
                .collect(Collectors.toMap(row -> row.id().value(), row -> hit(row, reader)));
    }

    private SearchHit hit(PeopleRow row, Language reader) {
        List<Words> line = row.seats().stream()
                .map(held -> new Words(
                        texts.text(
                                reader,
                                "identity.seat.at",
                                "seat",
                                texts.text(
                                        reader, "identity.seat." + held.seat().tag()),
                                "body",
                                held.name().text()),
                        held.name().lang(reader)))
                .toList();
        return new SearchHit(
                "/people/" + row.id(),
                new Words(row.name(), null),
                line,
                List.of(new Words(row.mail(), null)),
                row.operator() ? texts.text(reader, "identity.operator") : null);
    }
}
