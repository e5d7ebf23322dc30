package org.glasnik.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.identity.Viewers;
import org.glasnik.personal.Erasures;
import org.glasnik.platform.Language;
import org.glasnik.search.ObjectChanges.Cursor;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.SwitchedDatabase;
import org.glasnik.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The index follows the database: it misses nothing, belongs to one database, and keeps nothing of whoever is erased. */
@GlasnikTest
class IndexingTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    SwitchedDatabase database;

    @Autowired
    ObjectProvider<SearchSource> sources;

    @Autowired
    ObjectChanges changes;

    @Autowired
    Erasures erasures;

    @Autowired
    TestClock clock;

    @Autowired
    Viewers viewers;

    @TempDir
    Path folder;

    private Indexes indexes;
    private int built;

    @BeforeEach
    void open() throws IOException {
        indexes = indexes();
        indexes.step(() -> true);
        built = 0;
    }

    @AfterEach
    void close() throws IOException {
        indexes.close();
    }

    private Indexes indexes() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        sources.forEach(source -> beans.addBean(source.kind(), new Counted(source)));
        return new Indexes(beans.getBeanProvider(SearchSource.class), changes, clock, folder);
    }

    /** A source as it is, and how often an index was built from it. */
    private final class Counted implements SearchSource {
        private final SearchSource source;

        Counted(SearchSource source) {
            this.source = source;
        }

        @Override
        public List<SearchDocument> after(@Nullable UUID id, int limit) {
            built += id == null ? 1 : 0;
            return source.after(id, limit);
        }

        @Override
        public String kind() {
            return source.kind();
        }

        @Override
        public int order() {
            return source.order();
        }

        @Override
        public String heading() {
            return source.heading();
        }

        @Override
        public @Nullable String list(Viewer viewer) {
            return source.list(viewer);
        }

        @Override
        public boolean personal() {
            return source.personal();
        }

        @Override
        public List<SearchDocument> documents(Set<UUID> ids) {
            return source.documents(ids);
        }

        @Override
        public Map<UUID, SearchHit> hits(Set<UUID> ids, Viewer viewer, Language reader) {
            return source.hits(ids, viewer, reader);
        }
    }

    private void again() throws IOException {
        indexes.close();
        indexes = indexes();
        indexes.step(() -> true);
    }

    private boolean finds(String kind, String words) {
        Asked asked = Asked.of(words, Language.UK, new Stems());
        return !indexes.best(
                        kind,
                        AskedQuery.of(asked, Leniency.NONE, List.of(SeenBy.ANYONE.token(), SeenBy.OPERATOR.token())),
                        5)
                .isEmpty();
    }

    private static void add(Connection connection, String name) throws Exception {
        try (var insert = connection.prepareStatement(
                "insert into registry.body (code, kind, name_uk) values (gen_random_uuid()::text, 'school', ?)")) {
            insert.setString(1, name);
            insert.executeUpdate();
        }
    }

    @Test
    void whatCommitsLateIsReadAllTheSame() throws Exception {
        try (Connection late = database.pool().getConnection();
                Connection early = database.pool().getConnection()) {
            late.setAutoCommit(false);
            add(late, "Запізніла");
            long naive = jdbc.sql("select coalesce(max(id), 0) from search.change")
                    .query(Long.class)
                    .single();
            add(early, "Рання");
            indexes.step(() -> true);
            long afterEarly = jdbc.sql("select max(id) from search.change")
                    .query(Long.class)
                    .single();
            assertThat(afterEarly).isGreaterThan(naive);
            late.commit();
            indexes.step(() -> true);
            assertThat(finds("body", "Рання")).isTrue();
            assertThat(finds("body", "Запізніла")).isTrue();
            // The control: whoever reads in the order of ids has stepped over it, and of transactions as well.
            assertThat(read("where id > %d order by id".formatted(afterEarly))).isEmpty();
            assertThat(read("where id > %d order by id".formatted(naive))).hasSize(2);
            assertThat(read("where xid > (select xid from search.change where id = %d)".formatted(afterEarly)))
                    .isEmpty();
        }
    }

    private List<String> read(String which) {
        return jdbc.sql("select object_id from search.change " + which)
                .query(String.class)
                .list();
    }

    @Test
    void ofARunningTransactionNothingIsReadYet() throws Exception {
        try (Connection running = database.pool().getConnection();
                Connection early = database.pool().getConnection()) {
            running.setAutoCommit(false);
            add(running, "Тривала");
            add(early, "Побіжна");
            Cursor start = new Cursor(changes.state().horizon() - 1, Long.MAX_VALUE);
            assertThat(changes.after(start, 10)).isEmpty();
            running.rollback();
            assertThat(changes.after(start, 10)).hasSize(1);
        }
    }

    @Test
    void whatIsReadOnceIsNotReadAgainAndAfterARestartOnlyWhatIsNew() throws Exception {
        jdbc.sql("update registry.body set name_uk = 'Перейменована громада' where code = 'VK-01-003'")
                .update();
        indexes.step(() -> true);
        assertThat(finds("body", "перейменованої")).isTrue();
        indexes.close();
        jdbc.sql("update registry.body set name_uk = 'Інакша громада' where code = 'VK-01-003'")
                .update();
        indexes = indexes();
        indexes.step(() -> true);
        assertThat(built).isZero();
        assertThat(finds("body", "інакшої")).isTrue();
        assertThat(finds("body", "перейменованої")).isFalse();
    }

    @Test
    void whatStandsUnderABodyIsFoundByItsNewName() throws Exception {
        jdbc.sql("update registry.body set name_uk = 'Оновлений район' where code = 'VK-02-000'")
                .update();
        indexes.step(() -> true);
        assertThat(finds("body", "Мрієгород оновлений")).isTrue();
    }

    @Test
    void anotherDatabaseIsReadAnew() throws Exception {
        indexes.step(() -> true);
        assertThat(built).isZero();
        jdbc.sql("delete from search.epoch").update();
        jdbc.sql("delete from search.change").update();
        jdbc.sql("update registry.body set name_uk = 'Відновлена громада' where code = 'VK-01-004'")
                .update();
        jdbc.sql("delete from search.change").update();
        indexes.step(() -> true);
        assertThat(built).isEqualTo(indexes.sources().size());
        assertThat(finds("body", "відновленої")).isTrue();
    }

    @Test
    void whoIsBehindWhatWasForgottenReadsAnew() throws Exception {
        indexes.close();
        jdbc.sql("update registry.body set name_uk = 'Проминута громада' where code = 'VK-01-005'")
                .update();
        assertThat(changes.prune(TestClock.START.plusSeconds(10_000_000))).isPositive();
        assertThat(changes.prune(TestClock.START.plusSeconds(10_000_000))).isZero();
        indexes = indexes();
        indexes.step(() -> true);
        assertThat(built).isEqualTo(indexes.sources().size());
        assertThat(finds("body", "проминутої")).isTrue();
        // Who has read them does not mind.
        built = 0;
        indexes.step(() -> true);
        assertThat(built).isZero();
    }

    @Test
    void anIndexThatCannotBeReadIsThrownAway() throws Exception {
        indexes.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().endsWith("lock")) {
                    Files.write(file, new byte[] {1, 2, 3});
                }
            }
        }
        indexes = indexes();
        indexes.step(() -> true);
        assertThat(built).isEqualTo(indexes.sources().size());
        assertThat(finds("body", "Вигадівська")).isTrue();
    }

    @Test
    void nodesWithOneFolderOfDataHaveAnIndexEachAndThoseOfTheGoneAreSwept() throws Exception {
        Indexes other = indexes();
        other.step(() -> true);
        Path second = folder.resolve("search/2/person");
        Indexes third = indexes();
        third.step(() -> true);
        third.close();
        assertThat(Files.isDirectory(second)).as("in use").isTrue();
        other.close();
        // Files have the time of the machine.
        clock.set(Files.getLastModifiedTime(second).toInstant());
        again();
        assertThat(Files.isDirectory(second)).as("perhaps it comes back").isTrue();
        clock.advance(ObjectChanges.KEPT.plusMinutes(5));
        again();
        assertThat(Files.exists(second)).isFalse();
        clock.set(TestClock.START);
    }

    @Test
    void whatIsStoppedWhileItIsBuiltIsBuiltNextTime() throws Exception {
        indexes.close();
        jdbc.sql("update search.epoch set id = gen_random_uuid()").update();
        indexes = indexes();
        indexes.step(() -> false);
        assertThat(indexes.preparing()).isTrue();
        indexes.close();
        built = 0;
        indexes = indexes();
        indexes.step(() -> true);
        assertThat(built).isEqualTo(indexes.sources().size());
        assertThat(indexes.preparing()).isFalse();
    }

    @Test
    void ofWhoIsErasedNothingIsLeftInTheFolder() throws Exception {
        PersonId person = Cast.person(jdbc, "manager2");
        String name = "Квітославенко";
        jdbc.sql("update identity.person set name = ? where id = ?")
                .params(name, person.value())
                .update();
        indexes.step(() -> true);
        // The control: it is in there, and so is the id.
        assertThat(terms()).contains("kvitoslavenko");
        assertThat(finds("person", name)).isTrue();
        Set<Path> before = files();
        erasures.erase(viewers.of(Cast.person(jdbc, "operator"), true).orElseThrow(), person);
        indexes.step(() -> true);
        assertThat(finds("person", name)).isFalse();
        assertThat(terms()).isNotEmpty().noneMatch(term -> term.contains("kvitoslav") || term.contains("квітослав"));
        assertThat(terms()).noneMatch(term -> term.contains(person.value().toString()));
        // No file that knew of it is there any more.
        assertThat(files())
                .doesNotContainAnyElementsOf(before.stream()
                        .filter(file -> file.getFileName().toString().startsWith("_"))
                        .toList());
    }

    @Test
    void whoGoesIntoTheBinOrComesBackIsFoundAccordingly() throws Exception {
        UUID person = Cast.person(jdbc, "specialist2").value();
        String name = jdbc.sql("select name from identity.person where id = ?")
                .param(person)
                .query(String.class)
                .single();
        assertThat(finds("person", name)).isTrue();
        jdbc.sql("update identity.person set deleted_at = ? where id = ?")
                .params(Timestamp.from(TestClock.START), person)
                .update();
        indexes.step(() -> true);
        assertThat(finds("person", name)).isFalse();
        jdbc.sql("update identity.person set deleted_at = null where id = ?")
                .param(person)
                .update();
        indexes.step(() -> true);
        assertThat(finds("person", name)).isTrue();
    }

    private Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("search/1/person"))) {
            return new TreeSet<>(files.filter(Files::isRegularFile).toList());
        }
    }

    /** All terms of the index of people on disk, those of deleted documents too. */
    private List<String> terms() throws IOException {
        indexes.close();
        List<String> terms = new ArrayList<>();
        try (FSDirectory directory = FSDirectory.open(folder.resolve("search/1/person"));
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().getFieldInfos().forEach(field -> {
                    try {
                        if (MultiTerms.getTerms(reader, field.name) != null) {
                            TermsEnum all =
                                    MultiTerms.getTerms(reader, field.name).iterator();
                            for (BytesRef term = all.next(); term != null; term = all.next()) {
                                terms.add(term.utf8ToString());
                            }
                        }
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
            }
        }
        indexes = indexes();
        indexes.step(() -> true);
        return terms;
    }
}
