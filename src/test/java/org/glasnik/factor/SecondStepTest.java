package org.glasnik.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.signin.Tokens;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.TestClock;
import org.glasnik.testing.Web;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GlasnikTest
class SecondStepTest {
    private static final String STEP = "/sign-in/second-factor";
    private static final String APP = "/account/second-factor/app";
    private static final String CONFIRM = APP + "/confirmation";

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Tokens tokens;

    @Autowired
    Totps totps;

    @Autowired
    Tries tries;

    @Autowired
    SecondFactors second;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private record Enrolled(Totp phone, List<String> codes) {}

    @AfterEach
    void later() {
        clock.advance(Duration.ofHours(1));
    }

    private Web.Answer enter(Web browser, PersonId person, String target) {
        String path = "/sign-in/link/" + tokens.issue("sign-in", person, target, Duration.ofMinutes(20));
        return browser.submit(path, path, Map.of());
    }

    private Enrolled enrol(Web browser) {
        assertThat(browser.submit(STEP, APP, Map.of()).location()).isEqualTo(APP);
        Web.Answer page = browser.get(APP);
        Totp phone = Totp.of(page.page().select("main code").text());
        Web.Answer codes = browser.submit(page, CONFIRM, Map.of("code", phone.code(clock.instant())));
        assertThat(codes.status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(30));
        return new Enrolled(phone, codes.page().select(".g-codes code").eachText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "organiser", "desk"})
    void powersNeedASecondStep(String key) {
        PersonId person = Cast.person(jdbc, key);
        Web browser = web.anonymous();
        assertThat(enter(browser, person, "/account/profile").location()).isEqualTo(STEP);
        for (String path : List.of(
                "/account", "/account/profile", "/account/sessions", "/people", "/operate", "/account/second-factor")) {
            Web.Answer answer = browser.get(path);
            assertThat(answer.status()).as(path).isIn(302, 404);
            if (answer.status() == 302) {
                assertThat(answer.location()).as(path).isEqualTo(STEP);
            }
        }
        Web.Answer choose = browser.get(STEP);
        assertThat(choose.page().select("form[action=" + APP + "]")).hasSize(1);
        assertThat(choose.body()).doesNotContain(person.toString());

        Enrolled enrolled = enrol(browser);
        assertThat(enrolled.codes()).hasSize(10).allMatch(code -> code.matches("[0-9A-Z]{5}-[0-9A-Z]{5}"));
        assertThat(browser.get("/account/profile").status()).isEqualTo(200);

        Web again = web.anonymous();
        assertThat(enter(again, person, "/account/profile").location()).isEqualTo(STEP);
        assertThat(again.submit(STEP, STEP, Map.of("code", enrolled.phone().code(clock.instant())))
                        .location())
                .isEqualTo("/account/profile");
        assertThat(again.get("/account").status()).isEqualTo(200);
    }

    /** Routes that answer everyone: before the second step an operator reads there what everyone reads. The control is after it. */
    @Test
    void noPowerShowsThroughOnOpenPages() {
        PersonId manager = Cast.person(jdbc, "manager");
        String body = jdbc.sql(
                        "select body_id::text from identity.membership where person_id = ? and seat = 'manager' and until is null")
                .param(manager.value())
                .query(String.class)
                .single();
        String name = jdbc.sql("select name from identity.person where id = ?")
                .param(manager.value())
                .query(String.class)
                .single();
        Web browser = web.anonymous();
        PersonId operator =
                new PersonId(jdbc.sql("""
                        insert into identity.person (name, mail, mail_key, operator)
                        values ('New', 'new@x.example', 'new@x.example', true) returning id""").query(java.util.UUID.class).single());
        assertThat(enter(browser, operator, "/").location()).isEqualTo(STEP);
        Web.Answer halfway = browser.get("/bodies/" + body);
        assertThat(halfway.status()).isEqualTo(200);
        assertThat(halfway.body()).doesNotContain(name).doesNotContain("/edit").doesNotContain("/invitations");
        enrol(browser);
        assertThat(browser.get("/bodies/" + body).body())
                .contains(name)
                .contains("/edit")
                .contains("/invitations");
    }

    @Test
    void othersMayHaveOneAndThenOweIt() {
        PersonId person = Cast.person(jdbc, "specialist");
        Web browser = web.anonymous();
        assertThat(enter(browser, person, "/account").location()).isEqualTo("/account");
        browser.submit("/account/second-factor", APP, Map.of());
        Web.Answer page = browser.get(APP);
        Totp phone = Totp.of(page.page().select("main code").text());
        Web before = web.anonymous();
        enter(before, person, "/account");
        assertThat(browser.submit(page, CONFIRM, Map.of("code", phone.code(clock.instant())))
                        .page()
                        .select(".g-codes code"))
                .hasSize(10);
        Web later = web.anonymous();
        assertThat(enter(later, person, "/account").location()).isEqualTo(STEP);
        assertThat(later.get("/account").location()).isEqualTo(STEP);
        // MSA-26-0013: a session that owes the factor neither adds one nor takes it away.
        String csrf = later.get(STEP).page().select("[name=_csrf]").first().attr("value");
        for (String path : List.of(
                APP,
                CONFIRM,
                APP + "/removal",
                "/account/passkeys",
                "/account/passkeys/options",
                "/account/second-factor/codes")) {
            assertThat(later.post(path, Map.of("_csrf", csrf, "label", "x")).status())
                    .as(path)
                    .isEqualTo(404);
        }
        // Whoever was in by one proof, a thief of it included, is out.
        assertThat(before.get("/account").location()).startsWith("/sign-in?to=");
        assertThat(totps.confirmed(person)).isTrue();
    }

    @Test
    void aCodeCountsOnce() throws Exception {
        PersonId person = Cast.person(jdbc, "manager");
        totps.start(person);
        Totp phone = new Totp(totps.pending(person).orElseThrow());
        assertThat(totps.confirm(person, phone.code(clock.instant()))).isTrue();
        assertThat(totps.spend(person, phone.code(clock.instant()))).isFalse();

        clock.advance(Duration.ofSeconds(30));
        String code = phone.code(clock.instant());
        List<Future<Boolean>> tried = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                tried.add(threads.submit(() -> totps.spend(person, code)));
            }
        }
        int right = 0;
        for (Future<Boolean> each : tried) {
            right += each.get() ? 1 : 0;
        }
        assertThat(right).isEqualTo(1);
        // An older one does not count once a newer has.
        assertThat(totps.spend(person, phone.code(clock.instant().minusSeconds(30))))
                .isFalse();
        // One step to either side counts, two do not.
        clock.advance(Duration.ofMinutes(10));
        assertThat(totps.spend(person, phone.code(clock.instant().minusSeconds(60))))
                .isFalse();
        assertThat(totps.spend(person, phone.code(clock.instant().minusSeconds(30))))
                .isTrue();
        assertThat(totps.spend(person, phone.code(clock.instant().plusSeconds(60))))
                .isFalse();
        assertThat(totps.spend(person, phone.code(clock.instant().plusSeconds(30))))
                .isTrue();
    }

    @Test
    void aSecretOpensInItsOwnRowOnly() {
        PersonId one = Cast.person(jdbc, "abzatsenko");
        PersonId other = Cast.person(jdbc, "anketiuk");
        totps.start(one);
        totps.start(other);
        byte[] plain = totps.pending(one).orElseThrow();
        byte[] stored = jdbc.sql("select secret from factor.totp where person_id = ?")
                .param(one.value())
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(plain, java.nio.charset.StandardCharsets.ISO_8859_1));
        jdbc.sql("update factor.totp set secret = ? where person_id = ?")
                .params(stored, other.value())
                .update();
        assertThat(totps.pending(other)).isEmpty();
    }

    @Test
    void aRecoveryCodeCountsOnce() {
        PersonId person = Cast.person(jdbc, "organiser2");
        Web browser = web.anonymous();
        enter(browser, person, "/");
        Enrolled enrolled = enrol(browser);
        String code = enrolled.codes().getFirst();
        Web second = web.anonymous();
        enter(second, person, "/account/profile");
        String typed = code.toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(second.submit(STEP, STEP + "/recovery", Map.of("recovery", typed))
                        .location())
                .isEqualTo("/account/profile");
        Web third = web.anonymous();
        enter(third, person, "/");
        Web.Answer again = third.submit(STEP, STEP + "/recovery", Map.of("recovery", code));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select(".g-errors a").attr("href")).isEqualTo("#recovery");
        assertThat(third.submit(
                                STEP,
                                STEP + "/recovery",
                                Map.of("recovery", enrolled.codes().get(1)))
                        .status())
                .isEqualTo(302);
        assertThat(jdbc.sql("select count(*) from notify.letter where name = 'factor.recovered' and person_id = ?")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(third.get("/account/second-factor").page().text()).contains("Остало је 8 кодова.");
    }

    @Test
    void fiveWrongTriesLockForAQuarterOfAnHour() {
        PersonId person = Cast.person(jdbc, "maketenko");
        totps.start(person);
        Totp phone = new Totp(totps.pending(person).orElseThrow());
        totps.confirm(person, phone.code(clock.instant()));
        clock.advance(Duration.ofMinutes(1));
        Web browser = web.anonymous();
        enter(browser, person, "/");
        for (int i = 0; i < 5; i++) {
            assertThat(browser.submit(STEP, STEP, Map.of("code", "00000" + i)).status())
                    .isEqualTo(422);
        }
        Web.Answer locked = browser.submit(STEP, STEP, Map.of("code", phone.code(clock.instant())));
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.page().select("#code-error").text())
                .isEqualTo("Забагато спроб. Зачекайте 15 хвилин і спробуйте ще раз.");
        Web another = web.anonymous();
        enter(another, person, "/");
        assertThat(another.submit(STEP, STEP, Map.of("code", phone.code(clock.instant())))
                        .status())
                .isEqualTo(429);
        clock.advance(Tries.LOCKED);
        assertThat(browser.submit(STEP, STEP, Map.of("code", phone.code(clock.instant())))
                        .status())
                .isEqualTo(302);
    }

    /** The control counts first and tries afterwards, as is easily written: more than five get through. */
    @Test
    void ofTwentyTriesAtOnceFiveAreJudged() throws Exception {
        PersonId person = Cast.person(jdbc, "nebuvalko");
        assertThat(atOnce(20, () -> tries.take(person))).isEqualTo(5);
        tries.clear(person);
        int naive = atOnce(20, () -> {
            int used = jdbc.sql("select count(*) from factor.try where person_id = ?")
                    .param(person.value())
                    .query(Integer.class)
                    .single();
            Thread.sleep(50);
            tries.take(person);
            return used < 5;
        });
        assertThat(naive).isGreaterThan(5);
        tries.clear(person);
    }

    private static int atOnce(int n, java.util.concurrent.Callable<Boolean> work) throws Exception {
        List<Future<Boolean>> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(n)) {
            for (int i = 0; i < n; i++) {
                done.add(threads.submit(work));
            }
        }
        int right = 0;
        for (Future<Boolean> each : done) {
            right += each.get() ? 1 : 0;
        }
        return right;
    }

    @Test
    void whoeverOwesOneKeepsTheLastOne() {
        PersonId person = Cast.person(jdbc, "umovnyi");
        jdbc.sql("update identity.person set operator = true where id = ?")
                .param(person.value())
                .update();
        Web browser = web.anonymous();
        enter(browser, person, "/account");
        Enrolled enrolled = enrol(browser);
        Web.Answer refused = browser.submit(
                "/account/second-factor",
                APP + "/removal",
                Map.of("code", enrolled.phone().code(clock.instant())));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#code-error").text()).startsWith("Ваше місце потребує другого кроку");
        jdbc.sql("update identity.person set operator = false where id = ?")
                .param(person.value())
                .update();
        jdbc.sql("delete from identity.membership where person_id = ?")
                .param(person.value())
                .update();
        assertThat(browser.submit("/account/second-factor", APP + "/removal", Map.of("code", "000000"))
                        .status())
                .isEqualTo(422);
        clock.advance(Duration.ofSeconds(30));
        assertThat(browser.submit(
                                "/account/second-factor",
                                APP + "/removal",
                                Map.of("code", enrolled.phone().code(clock.instant())))
                        .location())
                .isEqualTo("/account/second-factor");
        assertThat(second.holds(person)).isFalse();
        assertThat(jdbc.sql("select count(*) from factor.recovery_code where person_id = ?")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select verb from deed.deed where object_id = ? and verb like 'person.factor%' order by id")
                        .param(person.value())
                        .query(String.class)
                        .list())
                .containsExactly("person.factorAdded", "person.factorRemoved");
    }

    @Test
    void anOperatorTakesLostFactorsAway() {
        PersonId person = Cast.person(jdbc, "lektsiina");
        jdbc.sql("update identity.person set operator = true where id = ?")
                .param(person.value())
                .update();
        Web browser = web.anonymous();
        enter(browser, person, "/account");
        enrol(browser);
        assertThat(browser.get("/account").status()).isEqualTo(200);
        transaction.executeWithoutResult(status -> second.reset(person, Viewer.NOBODY));
        assertThat(browser.get("/account").location()).startsWith("/sign-in?to=");
        Web anew = web.anonymous();
        enter(anew, person, "/");
        assertThat(anew.get(STEP).page().select("h1").text()).isEqualTo("Налаштуйте другий крок");
    }

    @Test
    void theQrCodeIsDrawnWithoutAPicture() {
        Web browser = web.anonymous();
        enter(browser, Cast.person(jdbc, "resident"), "/");
        browser.submit("/account/second-factor", APP, Map.of());
        Element svg = browser.get(APP).page().select("svg.g-qr").first();
        assertThat(svg.select("path")).hasSize(2);
        assertThat(svg.attr("aria-label")).isEqualTo("QR-код із ключем для застосунку");
        assertThat(browser.submit(APP, CONFIRM, Map.of("code", "abc")).status()).isEqualTo(422);
        assertThat(browser.submit(APP, CONFIRM, Map.of("code", "")).status()).isEqualTo(422);
    }
}
