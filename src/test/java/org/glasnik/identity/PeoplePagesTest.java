package org.glasnik.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.personal.Erasures;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.TestClock;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who sees whom, and what the operator does to people. */
@GlasnikTest
class PeoplePagesTest {
    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PersonRecords records;

    @Autowired
    People people;

    @Autowired
    Viewers viewers;

    @Autowired
    ErasingBinnedPeople erasing;

    @Autowired
    Erasures erasures;

    @Autowired
    TestClock clock;

    private PersonId specialist;
    private PersonId operator;

    @BeforeEach
    void cast() {
        specialist = Cast.person(jdbc, "specialist");
        operator = Cast.person(jdbc, "operator");
    }

    @AfterEach
    void oneOperator() {
        jdbc.sql("update identity.person set operator = true where id = ?")
                .param(operator.value())
                .update();
        jdbc.sql("update identity.person set operator = false where id <> ?")
                .param(operator.value())
                .update();
    }

    private List<String> listed(Web browser, String query) {
        return browser.get("/people" + query).page().select("tbody th a").eachText();
    }

    private String name(PersonId person) {
        return jdbc.sql("select name from identity.person where id = ?")
                .param(person.value())
                .query(String.class)
                .single();
    }

    @Test
    void theListHoldsWhoIsForTheViewer() {
        int all = jdbc.sql("select count(*) from identity.person where deleted_at is null and erased_at is null")
                .query(Integer.class)
                .single();
        assertThat(web.as("operator")
                        .in("en")
                        .get("/people")
                        .page()
                        .select("caption")
                        .text())
                .startsWith(all + " people");
        List<String> organisers = listed(web.as("organiser"), "");
        assertThat(organisers).isEqualTo(jdbc.sql("""
                                select distinct p.name collate "uk-x-icu" as name from identity.person p
                                join identity.membership m on m.person_id = p.id join registry.body b on b.id = m.body_id
                                where b.code = 'CN-00-002' order by name""").query(String.class).list());
        assertThat(web.as("specialist").get("/people").status()).isEqualTo(404);
        assertThat(web.anonymous().get("/people").location()).isEqualTo("/sign-in?to=%2Fpeople");
    }

    /** The control: the operator finds by the same words; the organiser neither by filter, order nor file. */
    @Test
    void noFilterOrFileGivesAStrangerAway() {
        String mail = jdbc.sql("select mail from identity.person where id = ?")
                .param(specialist.value())
                .query(String.class)
                .single();
        assertThat(listed(web.as("operator"), "?text=" + mail)).containsExactly(name(specialist));
        assertThat(listed(web.as("organiser"), "?text=" + mail)).isEmpty();
        assertThat(web.as("operator").get("/people.json?text=" + mail).body()).contains(mail);
        assertThat(web.as("organiser").get("/people.json?text=" + mail).body()).isEqualTo("[]");
        assertThat(web.as("organiser").get("/people/" + specialist).status()).isEqualTo(404);
    }

    @Test
    void aPersonsPageIsForThatPersonAndThoseAbove() {
        assertThat(web.as("specialist")
                        .get("/people/" + specialist)
                        .page()
                        .select("h1")
                        .text())
                .isEqualTo(name(specialist));
        assertThat(web.as("operator").get("/people/" + specialist).status()).isEqualTo(200);
        assertThat(web.as("resident").get("/people/" + specialist).status()).isEqualTo(404);
        assertThat(web.as("manager").get("/people/" + specialist).status()).isEqualTo(404);
        assertThat(web.as("operator").get("/people/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(web.as("operator").get("/people/1").status()).isEqualTo(404);
    }

    @Test
    void theListCostsTheSameWithOnePersonAndWithThree() {
        Web browser = web.as("operator");
        jdbc.sql(
                        "update identity.person set name = 'Zzz ' || mail where id in (select id from identity.person order by id limit 3)")
                .update();
        web.statements();
        assertThat(listed(browser, "?text=zzz")).hasSize(3);
        int three = web.statements().size();
        jdbc.sql(
                        "update identity.person set name = 'Yyy' where id in (select id from identity.person where name like 'Zzz%' limit 2)")
                .update();
        web.statements();
        assertThat(listed(browser, "?text=zzz")).hasSize(1);
        assertThat(web.statements()).hasSize(three);
        assertThat(three).isEqualTo(3);
    }

    @Test
    void theOperatorCorrectsAName() {
        PersonId person = Cast.person(jdbc, "resident");
        Web browser = web.as("operator").in("en");
        Web.Answer form = browser.get("/people/" + person + "/edit");
        Web.Answer empty = browser.submit(form, "/people/" + person, Map.of("name", " "));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.page().select(".g-errors li").text()).isEqualTo("Name: Fill in this field");
        assertThat(browser.submit(form, "/people/" + person, Map.of("name", "a\0b"))
                        .status())
                .isEqualTo(422);
        assertThat(browser.submit(form, "/people/" + person, Map.of("name", "Ім’я <b>"))
                        .status())
                .isEqualTo(302);
        assertThat(name(person)).isEqualTo("Ім’я <b>");
        Web.Answer stale = browser.submit(
                "/people/" + person + "/edit",
                "/people/" + person,
                Map.of(
                        "name",
                        "Інше",
                        "version",
                        form.page().select("[name=version]").val()));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.page().select(".g-errors li").text())
                .isEqualTo(
                        "Name: Someone has saved “Ім’я <b>” in the meantime. Save again if it should be as written here");
        assertThat(browser.submit(stale, "/people/" + person, Map.of()).status())
                .isEqualTo(302);
        assertThat(name(person)).isEqualTo("Інше");
        assertThat(web.as("organiser").get("/people/" + person + "/edit").status())
                .isEqualTo(404);
    }

    /** The queries ask for the operator themselves, whatever route leads to them. The control: for the operator they work. */
    @Test
    void nobodyElsesQueryChangesAPerson() {
        PersonId person = people.add(
                        "Whoever", MailAddress.of("whoever@x.example").orElseThrow(), Language.EN, "")
                .orElseThrow();
        int version = jdbc.sql("select version from identity.person where id = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
        for (String key : List.of("organiser", "manager", "resident")) {
            Viewer stranger = viewers.of(Cast.person(jdbc, key), true).orElseThrow();
            assertThat(records.rename(stranger, person, version, "Other")).isFalse();
            assertThat(records.setOperator(stranger, person, true)).isFalse();
            assertThat(records.delete(stranger, person)).isFalse();
        }
        Viewer rightful = viewers.of(operator, true).orElseThrow();
        assertThat(records.rename(rightful, person, version, "Other")).isTrue();
        assertThat(records.setOperator(rightful, person, true)).isTrue();
        assertThat(records.setOperator(rightful, person, false)).isTrue();
        assertThat(records.delete(rightful, person)).isTrue();
        assertThat(records.restore(
                        viewers.of(Cast.person(jdbc, "organiser"), true).orElseThrow(), person))
                .isEmpty();
        assertThat(records.restore(rightful.halfway(), person)).isEmpty();
        assertThat(records.restore(rightful, person)).contains("Other");
    }

    @Test
    void powerIsGivenTakenAndGivenBack() {
        PersonId person = Cast.person(jdbc, "specialist");
        Web browser = web.as("operator");
        String at = "/people/" + person + "/operatorship";
        assertThat(browser.submit("/people/" + person, at, Map.of()).status()).isEqualTo(302);
        assertThat(web.as(person).get("/people").status()).isEqualTo(200);
        Web.Answer shown = browser.get("/people/" + person);
        assertThat(shown.page().select(".g-notice form").attr("action")).isEqualTo(at + "/end");
        assertThat(browser.submit(shown, at + "/end", Map.of()).status()).isEqualTo(302);
        assertThat(web.as(person).get("/people").status()).isEqualTo(404);
    }

    @Test
    void theLastOperatorStays() {
        Web browser = web.as("operator").in("en");
        browser.submit("/people/" + operator, "/people/" + operator + "/operatorship/end", Map.of());
        assertThat(browser.get("/people/" + operator).page().select(".g-notice").text())
                .isEqualTo("This is the last operator. Make someone else an operator first.");
        assertThat(web.as("operator").get("/people").status()).isEqualTo(200);
        // Not by the way around either.
        assertThatThrownBy(() -> jdbc.sql("update identity.person set deleted_at = now() where id = ?")
                        .param(operator.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("The last operator stays");
    }

    /** The control: with the trigger off, both look, both see the other, and nobody is left. */
    @Test
    void twoWhoTakeThePowerFromEachOtherLeaveOne() throws Exception {
        assertThat(operatorsLeft(false)).isEqualTo(0);
        assertThat(operatorsLeft(true)).isEqualTo(1);
    }

    private int operatorsLeft(boolean guarded) throws Exception {
        jdbc.sql("alter table identity.person " + (guarded ? "enable" : "disable") + " trigger person_last_operator")
                .update();
        jdbc.sql("update identity.person set operator = id in (?, ?)")
                .params(operator.value(), specialist.value())
                .update();
        CyclicBarrier bothHaveLooked = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> both = List.of(
                    threads.submit(() -> takeFrom(specialist, bothHaveLooked)),
                    threads.submit(() -> takeFrom(operator, bothHaveLooked)));
            for (Future<Boolean> one : both) {
                one.get();
            }
        } finally {
            jdbc.sql("alter table identity.person enable trigger person_last_operator")
                    .update();
        }
        return jdbc.sql("select count(*) from identity.person where operator")
                .query(Integer.class)
                .single();
    }

    private boolean takeFrom(PersonId person, CyclicBarrier bothHaveLooked) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                int left = jdbc.sql("select count(*) from identity.person where operator")
                        .query(Integer.class)
                        .single();
                try {
                    bothHaveLooked.await();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                return left > 1
                        && records.setOperator(viewers.of(operator, true).orElseThrow(), person, false);
            }));
        } catch (DataIntegrityViolationException e) {
            return false;
        }
    }

    @Test
    void aDeletedPersonComesBackWithTheSeatsThatAreFree() {
        PersonId manager = Cast.person(jdbc, "manager");
        BodyId body = new BodyId(jdbc.sql(
                        "select body_id from identity.membership where person_id = ? and until is null and seat = 'manager'")
                .param(manager.value())
                .query(UUID.class)
                .single());
        Web browser = web.as("operator");
        assertThat(browser.submit("/people/" + manager, "/people/" + manager + "/deletion", Map.of())
                        .location())
                .isEqualTo("/people");
        assertThat(web.as(manager).get("/account").status()).isNotEqualTo(200);
        assertThat(seats(manager)).isEmpty();
        assertThat(browser.get("/bin").page().select("tbody th").eachText()).contains(name(manager));
        assertThat(web.as("organiser").get("/bin").page().select("tbody th").eachText())
                .doesNotContain(name(manager));
        assertThat(browser.submit("/bin", "/people/" + manager + "/deletion/undo", Map.of())
                        .status())
                .isEqualTo(302);
        assertThat(seats(manager)).containsExactly(body.value());

        browser.submit("/people/" + manager, "/people/" + manager + "/deletion", Map.of());
        jdbc.sql(
                        "insert into identity.membership (person_id, body_id, seat, since) values (?, ?, 'manager', '2027-03-08')")
                .params(operator.value(), body.value())
                .update();
        browser.submit("/bin", "/people/" + manager + "/deletion/undo", Map.of());
        assertThat(seats(manager)).isEmpty();
        jdbc.sql("delete from identity.membership where person_id = ?")
                .param(operator.value())
                .update();
    }

    /** To those who organise for the body, its keeper's people among them; the control is a body of others. */
    @Test
    void whoOrganisesReadsThatSeatsEmptiedAndFilled() {
        PersonId person = Cast.person(jdbc, "hipotetychnyi");
        UUID seat = jdbc.sql("select id from identity.membership where person_id = ? and until is null")
                .param(person.value())
                .query(UUID.class)
                .single();
        String code = "UM-01-002";
        jdbc.sql("update registry.body set keeper_id = ? where code = ?")
                .params(Cast.body(jdbc, "CN-00-002").value(), code)
                .update();
        Web operators = web.as("operator");
        operators.submit("/people/" + person, "/people/" + person + "/deletion", Map.of());
        assertThat(deeds("organiser", seat)).containsExactly("membership.ended");
        operators.submit("/bin", "/people/" + person + "/deletion/undo", Map.of());
        assertThat(deeds("organiser", seat)).containsExactly("membership.ended", "membership.reopened");
        assertThat(jdbc.sql("select ended_by from identity.membership where id = ?")
                        .param(seat)
                        .query(UUID.class)
                        .optional())
                .isEmpty();

        erasures.erase(Viewer.NOBODY, person);
        assertThat(deeds("organiser", seat))
                .containsExactly("membership.ended", "membership.reopened", "membership.ended");
        assertThat(deeds("organiser2", seat)).isEmpty();
        assertThat(jdbc.sql("""
                                select t.changes from deed.detail t join deed.deed d on d.id = t.deed_id
                                where d.object_id = ? order by d.at desc, d.id desc limit 1""").param(seat).query(String.class).single())
                .as("what the body's history keeps outlives the erasure")
                .contains("\"seat\":[null,\"manager\"]")
                .contains("\"until\":[null,\"2027-03-08\"]");
    }

    /** Verbs of the deeds about a seat, oldest first. */
    private List<String> deeds(String reader, UUID seat) {
        List<String> verbs = new java.util.ArrayList<>();
        java.util.regex.Pattern.compile("\"verb\" ?: ?\"([^\"]+)\"")
                .matcher(web.as(reader)
                        .get("/deeds.json?sort=at&kind=membership&object=" + seat)
                        .body())
                .results()
                .forEach(found -> verbs.add(found.group(1)));
        return verbs;
    }

    /**
     * Somebody takes the person out of the bin while the night's job has its list already. The control: without another look
     * the person is erased.
     */
    @Test
    void whoIsTakenOutOfTheBinInTimeIsNotErased() throws Exception {
        PersonId saved = people.add("Saved", MailAddress.of("saved@x.example").orElseThrow(), Language.EN, "")
                .orElseThrow();
        jdbc.sql("update identity.person set deleted_at = ? where id = ?")
                .params(java.sql.Timestamp.from(clock.instant()), saved.value())
                .update();
        clock.advance(Duration.ofDays(31));
        try (var threads = java.util.concurrent.Executors.newSingleThreadExecutor()) {
            java.util.concurrent.Future<?> night = transaction.execute(status -> {
                records.restore(viewers.of(operator, true).orElseThrow(), saved);
                java.util.concurrent.Future<?> running = threads.submit(erasing::empty);
                await(() -> jdbc.sql("select exists (select from pg_locks where not granted)")
                        .query(Boolean.class)
                        .single());
                return running;
            });
            night.get();
        } finally {
            clock.set(TestClock.START);
        }
        assertThat(name(saved)).isEqualTo("Saved");
        erasures.erase(Viewer.NOBODY, saved);
        assertThat(name(saved)).isEmpty();
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        for (int i = 0; i < 200 && !condition.getAsBoolean(); i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    /** Where it still is yesterday: a seat that began today can be ended, and neither day is in the future. */
    @Test
    void aSeatEndsOnItsFirstDayFromAnywhere() {
        PersonId far = Cast.person(jdbc, "primerovic");
        jdbc.sql("update identity.person set zone = 'America/Los_Angeles' where id = ?")
                .param(far.value())
                .update();
        clock.set(java.time.Instant.parse("2027-03-08T05:00:00Z"));
        UUID seat = jdbc.sql("""
                        insert into identity.membership (person_id, body_id, seat, since)
                        select ?, id, 'other', '2027-03-08' from registry.body where code = 'VK-01-002' returning id""").param(far.value()).query(UUID.class).single();
        String at = "/memberships/" + seat + "/ending";
        Web own = web.as(far);
        assertThat(own.get(at).page().select("[name=until]").attr("value")).isEqualTo("2027-03-08");
        assertThat(own.submit(at, at, Map.of("until", "2027-03-07")).status()).isEqualTo(422);
        assertThat(own.submit(at, at, Map.of("until", "2027-03-09")).status()).isEqualTo(422);
        assertThat(own.submit(at, at, Map.of("until", "2027-03-08")).status()).isEqualTo(302);
        clock.set(TestClock.START);
    }

    /** The control is the person who was deleted a day later. */
    @Test
    void whoeverIsInTheBinForThirtyDaysIsErased() {
        PersonId old = people.add("Old", MailAddress.of("old@x.example").orElseThrow(), Language.EN, "")
                .orElseThrow();
        PersonId recent = people.add(
                        "Recent", MailAddress.of("recent@x.example").orElseThrow(), Language.EN, "")
                .orElseThrow();
        jdbc.sql("update identity.person set deleted_at = ? where id = ?")
                .params(java.sql.Timestamp.from(clock.instant()), old.value())
                .update();
        jdbc.sql("update identity.person set deleted_at = ? where id = ?")
                .params(java.sql.Timestamp.from(clock.instant().plus(Duration.ofDays(1))), recent.value())
                .update();
        clock.advance(Duration.ofDays(30).plusSeconds(1));
        erasing.empty();
        clock.set(TestClock.START);
        assertThat(name(old)).isEmpty();
        assertThat(name(recent)).isEqualTo("Recent");
    }

    private List<UUID> seats(PersonId person) {
        return jdbc.sql("select body_id from identity.membership where person_id = ? and until is null")
                .param(person.value())
                .query(UUID.class)
                .list();
    }

    @Test
    void aSeatIsEndedAndTheEndTakenBack() {
        UUID seat = jdbc.sql("select id from identity.membership where person_id = ? and until is null")
                .param(specialist.value())
                .query(UUID.class)
                .single();
        String at = "/memberships/" + seat + "/ending";
        Web self = web.as("specialist").in("en");
        for (String wrong : List.of("2027-03-09", "1990-01-01", "tomorrow", "+999999999-12-31", "\0")) {
            Web.Answer refused = self.submit(at, at, Map.of("until", wrong));
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.page().select("[name=until]").attr("value")).isEqualTo(wrong.replace("\0", "\ufffd"));
        }
        assertThat(web.as("resident").get(at).status()).isEqualTo(404);
        assertThat(web.as("organiser2").get(at).status()).isEqualTo(404);
        Web operators = web.as("operator");
        assertThat(operators.submit(at, at, Map.of("until", "2027-03-07")).status())
                .isEqualTo(302);
        assertThat(seats(specialist)).isEmpty();
        UUID body = jdbc.sql("select body_id from identity.membership where id = ?")
                .param(seat)
                .query(UUID.class)
                .single();
        assertThat(operators.submit("/bodies/" + body, at + "/undo", Map.of()).status())
                .isEqualTo(302);
        assertThat(seats(specialist)).containsExactly(body);
    }
}
