package org.glasnik.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.deed.ChainingDeeds;
import org.glasnik.deed.Deed;
import org.glasnik.deed.DeedChain;
import org.glasnik.deed.Deeds;
import org.glasnik.identity.Viewers;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.TestClock;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The story of one person among six: everything of hers is found, handed out and erased, nothing of the others'. */
@GlasnikTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ErasureTest {
    private static final List<String> PEOPLE =
            List.of("resident", "specialist", "manager", "pageadmin", "police", "manager2");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PersonalRows rows;

    @Autowired
    Columns columns;

    @Autowired
    Erasures erasures;

    @Autowired
    ErasingAgain again;

    @Autowired
    Viewers viewers;

    @Autowired
    Deeds deeds;

    @Autowired
    ChainingDeeds chaining;

    @Autowired
    DeedChain chain;

    @Autowired
    Web web;

    @Autowired
    TestClock clock;

    private final Map<Integer, Set<String>> canaries = new TreeMap<>();
    private final List<PersonId> people = new ArrayList<>();
    private Web own;

    @BeforeAll
    void canariesInEveryColumn() throws Exception {
        Files.deleteIfExists(Path.of("target/test-data/erasures"));
        PEOPLE.forEach(key -> people.add(Cast.person(jdbc, key)));
        own = web.as(people.get(1)).in("en");
        Viewer actor = viewers.of(people.get(1), true).orElseThrow();
        for (int n = 0; n < people.size(); n++) {
            deeds.record(
                    actor,
                    Deed.of("body.changed", "body", Cast.body(jdbc, "VK-01-002").value()));
        }
        jdbc.sql(
                        "insert into importing.import (kind, file_name, format, headings, total, created_at) values ('people', 'x', 'CSV', '[]', 0, now())")
                .update();
        // Rows of the deeds themselves have details already; the canaries' details replace them.
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from deed.detail").update();
            PersonTables tables = rows.tables();
            for (int n = 0; n < people.size(); n++) {
                canaries.put(n, new Canaries(jdbc, columns.references()).fill(tables, people.get(n), n));
            }
        });
    }

    /** In which tables a word stands, in clear or as bytes. */
    private Set<String> tablesWith(String word) {
        String hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        return columns.all().stream()
                .map(Column::quotedTable)
                .distinct()
                .filter(table -> jdbc.sql("select exists (select from " + table
                                + " t where t::text like '%' || ? || '%' or t::text like '%' || ? || '%')")
                        .params(word, hex)
                        .query(Boolean.class)
                        .single())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @Order(1)
    void everyColumnHasItsCanary() {
        Set<String> expected = rows.tables().own().stream()
                .flatMap(t -> t.columns().stream())
                .filter(c -> c.is(Column.Holds.PERSONAL) && Canaries.sings(c))
                .map(c -> Canaries.canary(c, 1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(expected).hasSizeGreaterThan(4);
        assertThat(canaries.get(1)).isEqualTo(expected);
        expected.forEach(word -> assertThat(tablesWith(word)).as(word).hasSize(1));
    }

    @Test
    @Order(2)
    void theFileHasEverythingOfHersAndNothingOfOthers() {
        assertThat(own.get("/account/data").page().select("tbody th").eachText())
                .contains("Account: name, mail address, language, time zone");
        // Others have done something to the same rows; who that was is nothing of hers.
        jdbc.sql("""
                        insert into personal.notice (number, text_uk, text_sr, text_ru, text_en, saved_at, saved_by,
                                                     published_at, published_by)
                        values (900, 'notice-900', '', '', '', now(), ?, now(), ?)""").params(people.get(1).value(), people.get(0).value()).update();
        assertThat(jdbc.sql("update identity.membership set ended_by = ? where person_id = ?")
                        .params(people.get(0).value(), people.get(1).value())
                        .update())
                .isPositive();
        Web.Answer answer = own.submit("/account/data", "/account/data/export", Map.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("notice-900");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"glasnik-my-data-2027-03-08.json\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        String file = answer.body();
        assertThat(canaries.get(1)).allSatisfy(word -> assertThat(file).contains(word));
        for (int other : List.of(0, 2, 3, 4, 5)) {
            assertThat(file).doesNotContain("canary-" + other + "-");
            assertThat(file).doesNotContain(people.get(other).toString());
        }
        Set<String> secrets = rows.tables().own().stream()
                .flatMap(t -> t.columns().stream())
                .filter(c -> c.is(Column.Holds.SECRET))
                .map(c -> Canaries.canary(c, 1))
                .collect(Collectors.toSet());
        assertThat(secrets).allSatisfy(word -> assertThat(file).doesNotContain(word));
        assertThat(file).contains("\"what\" : \"Record of actions\"");
        Map<?, ?> read =
                tools.jackson.databind.json.JsonMapper.builder().build().readValue(file, Map.class);
        assertThat(read.get("person")).isEqualTo(people.get(1).toString());
    }

    @Test
    @Order(3)
    void nobodyElseGetsTheFile() {
        Web.Answer anonymous = web.anonymous().post("/account/data/export", Map.of());
        assertThat(anonymous.status()).isIn(403, 404);
        assertThat(anonymous.body()).doesNotContain("canary");
        assertThat(own.get("/account/data/export").status()).isEqualTo(405);
    }

    @Test
    @Order(4)
    void theWrongAddressErasesNothing() {
        for (String typed : List.of("", "someone@else.example", "x\u0000", "a".repeat(5000))) {
            Web.Answer answer = own.submit("/account/data/erasure", "/account/data/erasure", Map.of("mail", typed));
            assertThat(answer.status()).as(typed).isEqualTo(422);
            assertThat(answer.page().select(".g-errors a").attr("href")).isEqualTo("#mail");
        }
        assertThat(tablesWith("canary-1-")).contains("\"identity\".\"person\"");
    }

    @Test
    @Order(5)
    void erasureLeavesNothingOfHersAndEverythingOfOthers() {
        // A canary is no address: what is to be typed is hers again.
        jdbc.sql(
                        "update identity.person set mail = 'canary-1@mail.example', mail_key = 'canary-1@mail.example' where id = ?")
                .param(people.get(1).value())
                .update();
        assertThat(jdbc.sql("select count(*) from identity.membership where person_id = ? and until is null")
                        .param(people.get(1).value())
                        .query(Integer.class)
                        .single())
                .isPositive();
        Map<Integer, Set<String>> before = new TreeMap<>();
        for (int n = 0; n < people.size(); n++) {
            before.put(n, tablesWith("canary-" + n + "-"));
        }
        Web.Answer answer =
                own.submit("/account/data/erasure", "/account/data/erasure", Map.of("mail", "Canary-1@MAIL.example"));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo("/privacy/erased");
        assertThat(web.anonymous()
                        .in("en")
                        .get("/privacy/erased")
                        .page()
                        .select("h1")
                        .text())
                .isEqualTo("The data are erased");

        Set<String> kept = rows.tables().own().stream()
                .filter(t -> !t.goes())
                .flatMap(t -> t.columns().stream())
                .filter(c -> c.is(Column.Holds.PERSONAL) && c.erases(Column.Erase.KEEP))
                .map(c -> Canaries.canary(c, 1))
                .collect(Collectors.toSet());
        Set<String> left = new TreeSet<>(canaries.get(1));
        left.removeIf(word -> tablesWith(word).isEmpty());
        assertThat(left).isSubsetOf(kept);
        assertThat(tablesWith("canary-1@mail")).isEmpty();
        for (int other : List.of(0, 2, 3, 4, 5)) {
            assertThat(tablesWith("canary-" + other + "-"))
                    .isEqualTo(before.get(other))
                    .isNotEmpty();
        }
        assertThat(jdbc.sql("select count(*) from identity.membership where person_id = ? and until is null")
                        .param(people.get(1).value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(viewers.of(people.get(1), true)).isEmpty();
        assertThat(own.get("/account/data").location()).startsWith("/sign-in");
    }

    @Test
    @Order(6)
    void theAccountOfDeedsStillHolds() {
        chaining.chain();
        assertThat(chain.check().faults())
                .extracting(f -> f.kind().name())
                .as("only the details that this test itself has put in")
                .containsOnly("DETAIL_CHANGED", "DETAIL_MISSING");
        assertThat(jdbc.sql("select count(*) from deed.deed where verb = 'person.erased' and object_id = ?")
                        .param(people.get(1).value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @Order(7)
    void erasingTwiceAndAtOnceIsHarmless() throws Exception {
        PersonId person = people.get(2);
        Viewer operator = viewers.of(Cast.person(jdbc, "operator"), true).orElseThrow();
        List<Future<?>> running = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 12; i++) {
                running.add(threads.submit((Callable<Object>) () -> {
                    erasures.erase(operator, person);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        assertThat(jdbc.sql("select count(*) from deed.deed where verb = 'person.erased' and object_id = ?")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(tablesWith("canary-2-identity-person-name")).isEmpty();
    }

    /** As after a restore: the rows are back, and the database knows of no erasure; the list beside it does. */
    @Test
    @Order(8)
    void aRestoredBackupIsErasedAgain() throws Exception {
        PersonId person = people.get(3);
        erasures.erase(viewers.of(Cast.person(jdbc, "operator"), true).orElseThrow(), person);
        jdbc.sql("delete from personal.erasure").update();
        jdbc.sql("update identity.person set name = 'canary-back', mail = 'canary-back', mail_key = 'canary-back',"
                        + " erased_at = null where id = ?")
                .param(person.value())
                .update();
        assertThat(again.reapply().people()).isEqualTo(3);
        assertThat(tablesWith("canary-back")).isEmpty();
        assertThat(jdbc.sql("select count(*) from personal.erasure")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);

        jdbc.sql("update identity.person set name = 'canary-back', erased_at = null where id = ?")
                .param(person.value())
                .update();
        try (java.sql.Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            assertThat(ErasingAgain.reapply(
                            new org.springframework.jdbc.datasource.SingleConnectionDataSource(connection, true),
                            Path.of("target/test-data"),
                            clock))
                    .isEqualTo(new ErasingAgain.Reapplied(3, 0));
            connection.commit();
            connection.setAutoCommit(true);
        }
        assertThat(tablesWith("canary-back")).isEmpty();
    }

    @Autowired
    javax.sql.DataSource source;

    /** A letter to someone who had no account then knows the address only. */
    @Test
    @Order(8)
    void rowsThatKnowOnlyTheAddressArePersonal() {
        PersonId person = people.get(5);
        jdbc.sql("update identity.person set mail = 'Lone@mail.example', mail_key = 'lone@mail.example' where id = ?")
                .param(person.value())
                .update();
        for (String to : List.of("Lone@Mail.example", "nobody@mail.example")) {
            jdbc.sql("""
                            insert into notify.letter (key, name, to_address, language, subject, text, html, secret, message_id,
                                                       state, next_attempt_at, retry_until, created_at)
                            values (gen_random_uuid(), 'test.letter', ?, 'uk', 'canary-lone', 'x', 'x', false,
                                    '<' || gen_random_uuid() || '@test>', 'waiting', now(), now(), now())""").param(to).update();
        }
        for (String key : List.of("lone@mail.example", "nobody@mail.example")) {
            jdbc.sql("""
                            insert into signin.token (hash, purpose, mail_key, payload, issued_at, expires_at)
                            values (sha256(gen_random_uuid()::text::bytea), 'register', ?, 'canary-registration', now(),
                                    now() + interval '1 day')""").param(key).update();
        }
        String file = web.as(person)
                .submit("/account/data", "/account/data/export", Map.of())
                .body();
        assertThat(file).contains("Lone@Mail.example").doesNotContain("nobody@mail.example");
        erasures.erase(viewers.of(Cast.person(jdbc, "operator"), true).orElseThrow(), person);
        assertThat(tablesWith("Lone@")).isEmpty();
        assertThat(jdbc.sql("select mail_key from signin.token where payload = 'canary-registration'")
                        .query(String.class)
                        .list())
                .as("what someone wrote to register before there was an account")
                .containsExactly("nobody@mail.example");
        assertThat(tablesWith("nobody@mail.example")).containsExactly("\"notify\".\"letter\"", "\"signin\".\"token\"");
    }

    @Test
    @Order(9)
    void anOperatorErasesOnRequest() {
        PersonId person = people.get(4);
        String path = "/people/" + person + "/erasure";
        assertThat(web.as("specialist2").get(path).status()).isEqualTo(404);
        assertThat(web.as("organiser").get(path).status()).isEqualTo(404);
        Web operator = web.as("operator").in("en");
        assertThat(operator.get("/people/no-id/erasure").status()).isEqualTo(404);
        assertThat(operator.get("/people/" + people.get(1) + "/erasure").status())
                .as("already erased")
                .isEqualTo(404);
        jdbc.sql("update identity.person set mail = 'p4@mail.example', mail_key = 'p4@mail.example' where id = ?")
                .param(person.value())
                .update();
        assertThat(operator.submit(path, path, Map.of("mail", "other@mail.example"))
                        .status())
                .isEqualTo(422);
        Web.Answer answer = operator.submit(path, path, Map.of("mail", "p4@mail.example"));
        assertThat(answer.location()).isEqualTo("/people");
        assertThat(tablesWith("canary-4-identity-person-name")).isEmpty();
    }

    @Test
    @Order(10)
    void theLastOperatorStays() {
        Web operator = web.as("operator").in("en");
        assertThat(operator.get("/account/data/erasure").page().select("form[action=/account/data/erasure]"))
                .isEmpty();
        Viewer viewer = viewers.of(Cast.person(jdbc, "operator"), true).orElseThrow();
        assertThat(viewer.operator()).isTrue();
    }
}
