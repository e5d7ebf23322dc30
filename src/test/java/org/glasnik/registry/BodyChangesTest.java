package org.glasnik.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.TestClock;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who adds, changes and deletes bodies, and what is said where it does not work. */
@GlasnikTest
class BodyChangesTest {
    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    EmptyingBin emptying;

    @Autowired
    TestClock clock;

    private static Map<String, String> body(String code) {
        return new HashMap<>(Map.of("nameUk", "Нова громада", "kind", "hromada", "code", code));
    }

    private BodyId add(Web browser, String code) {
        Web.Answer added = browser.submit("/bodies/new", "/bodies", body(code));
        assertThat(added.status()).isEqualTo(302);
        return BodyId.of(added.location().substring("/bodies/".length()));
    }

    @Test
    void anOrganiserKeepsWhatItAdded() {
        Web organiser = web.as("organiser");
        BodyId id = add(organiser, "N-1");
        assertThat(jdbc.sql(
                                "select k.code from registry.body b join registry.body k on k.id = b.keeper_id where b.id = ?")
                        .param(id.value())
                        .query(String.class)
                        .single())
                .isEqualTo("CN-00-002");
        assertThat(jdbc.sql("select verb from deed.deed where object_id = ?")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("body.added");
        Web.Answer changed =
                organiser.submit("/bodies/" + id + "/edit", "/bodies/" + id, Map.of("nameEn", "New Hromada"));
        assertThat(changed.location()).isEqualTo("/bodies/" + id);
        Web.Answer shown = organiser.get("/bodies/" + id);
        assertThat(shown.page().select("h1").text()).isEqualTo("Нова громада");
        assertThat(web.as("organiser2").get("/bodies/" + id + "/edit").status()).isEqualTo(404);
        assertThat(web.as("operator").get("/bodies/" + id + "/edit").status()).isEqualTo(200);
    }

    @Test
    void anOrganiserChangesNoStrangersRecord() {
        BodyId stranger = Cast.body(jdbc, "VK-01-001");
        BodyId own = Cast.body(jdbc, "CN-00-002");
        Web organiser = web.as("organiser");
        assertThat(organiser.get("/bodies/" + stranger + "/edit").status()).isEqualTo(404);
        assertThat(organiser.get("/bodies/" + stranger).page().select("form[action$=/deletion]"))
                .isEmpty();
        Web.Answer form = organiser.get("/bodies/" + own + "/edit");
        assertThat(form.status()).isEqualTo(200);
        // Its own form, sent to another body's address and with a power that it has not.
        Map<String, String> fields = new HashMap<>(body("X"));
        form.page().select("input[type=hidden]").forEach(f -> fields.put(f.attr("name"), f.val()));
        fields.put("organising", "");
        assertThat(organiser.post("/bodies/" + stranger, fields).status()).isEqualTo(404);
        assertThat(organiser.post("/bodies/" + stranger + "/deletion", fields).status())
                .isEqualTo(404);
        assertThat(organiser.post("/bodies/" + own + "/deletion", fields).status())
                .isEqualTo(404);
        fields.put("code", "CN-00-002");
        assertThat(organiser.post("/bodies/" + own, fields).status()).isEqualTo(302);
        assertThat(jdbc.sql("select organising from registry.body where id = ?")
                        .param(own.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
        Map<String, String> wrong = new HashMap<>(Map.of(
                "nameUk", "я".repeat(301),
                "code", "VK-01-001",
                "parent", "no-such-code",
                "population", "багато",
                "site", "http://",
                "mail", "press(at)town"));
        Web.Answer answer = web.as("operator").in("en").submit("/bodies/new", "/bodies", wrong);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().title()).startsWith("Error: ");
        assertThat(answer.page().select(".g-errors li").eachText())
                .containsExactly(
                        "Name in Ukrainian: Shorten to 300 characters",
                        "Kind: Choose one from the list",
                        "Code: Another body has the code VK-01-001: look in the register and in the bin",
                        "Body above: No body has the code no-such-code: look it up in the register",
                        "Population: Write the number of people in figures, for example 12,480",
                        "Site: Write the whole address of the site, for example https://town.example",
                        "Mail: Write the whole address, for example press@town.example");
        wrong.forEach((field, typed) -> assertThat(
                        answer.page().select("[name=" + field + "]").val())
                .as(field)
                .isEqualTo(typed));
        answer.page()
                .select(".g-errors a")
                .forEach(link -> assertThat(answer.page().select(link.attr("href")))
                        .as(link.text())
                        .hasSize(1));
    }

    @Test
    void nothingThatIsTypedBreaksTheForm() {
        for (String hostile :
                List.of("\0", "a\0b", "<script>", "'; drop table registry.body --", "=1+1", "😀".repeat(400))) {
            Map<String, String> fields = new HashMap<>();
            for (String field : List.of("nameUk", "nameSr", "code", "parent", "population", "site", "mail")) {
                fields.put(field, hostile);
            }
            assertThat(web.as("operator")
                            .submit("/bodies/new", "/bodies", fields)
                            .status())
                    .as(hostile)
                    .isEqualTo(422);
        }
        assertThat(web.as("operator")
                        .submit("/bodies/new", "/bodies", Map.of("nameUk", "<b>Ж</b>", "kind", "city", "code", "N-9"))
                        .status())
                .isEqualTo(302);
    }

    @Test
    void addressesOfSitesAreMadeWhole() {
        Web operator = web.as("operator");
        Map<String, String> fields = body("N-2");
        fields.put("site", "Громада.УКР/про-нас");
        BodyId id = BodyId.of(
                operator.submit("/bodies/new", "/bodies", fields).location().substring(8));
        assertThat(jdbc.sql("select site from registry.body where id = ?")
                        .param(id.value())
                        .query(String.class)
                        .single())
                .isEqualTo("https://xn--80aahf2bln.xn--j1amh/%D0%BF%D1%80%D0%BE-%D0%BD%D0%B0%D1%81");
    }

    @Test
    void twoWhoChangeTheSameRecordSeeEachOther() {
        BodyId id = add(web.as("operator"), "N-3");
        Web.Answer mine = web.as("operator").in("en").get("/bodies/" + id + "/edit");
        Web.Answer theirs = web.as("operator").get("/bodies/" + id + "/edit");
        Web other = web.as("operator");
        assertThat(other.submit(
                                "/bodies/" + id + "/edit",
                                "/bodies/" + id,
                                Map.of("population", "5000", "nameUk", "Їхня"))
                        .status())
                .isEqualTo(302);
        assertThat(theirs.status()).isEqualTo(200);
        Web me = web.as("operator").in("en");
        Web.Answer shown = me.get("/bodies/" + id + "/edit");
        Map<String, String> stale = new HashMap<>(body("N-3"));
        shown.page().select("input[type=hidden]").forEach(f -> stale.put(f.attr("name"), f.val()));
        stale.put("version", mine.page().select("input[name=version]").val());
        stale.put("nameUk", "Моя");
        Web.Answer conflict = me.post("/bodies/" + id, stale);
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.page().select(".g-errors tbody tr").eachText())
                .containsExactly("Name in Ukrainian Моя Їхня", "Population empty 5000");
        assertThat(conflict.page().select("[name=nameUk]").val()).isEqualTo("Моя");
        assertThat(name(id)).isEqualTo("Їхня");
        Web.Answer again = me.submit(conflict, "/bodies/" + id, Map.of());
        assertThat(again.status()).isEqualTo(302);
        assertThat(name(id)).isEqualTo("Моя");
    }

    private String name(BodyId id) {
        return jdbc.sql("select name_uk from registry.body where id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    /** The control: without the trigger the circle closes. */
    @Test
    void noBodyStandsAboveItself() {
        Web operator = web.as("operator");
        BodyId upper = add(operator, "N-4");
        BodyId lower = add(operator, "N-5");
        operator.submit("/bodies/" + lower + "/edit", "/bodies/" + lower, Map.of("parent", "n-4"));
        Web.Answer circle =
                operator.in("en").submit("/bodies/" + upper + "/edit", "/bodies/" + upper, Map.of("parent", "N-5"));
        assertThat(circle.status()).isEqualTo(422);
        assertThat(circle.page().select(".g-errors li").text())
                .isEqualTo(
                        "Body above: Choose another body above: this one stands under the body that you are changing");
        String close = "update registry.body set parent_id = '" + lower + "' where id = '" + upper + "'";
        transaction.executeWithoutResult(status -> {
            jdbc.sql("alter table registry.body disable trigger body_no_circle").update();
            assertThat(jdbc.sql(close).update()).isEqualTo(1);
            status.setRollbackOnly();
        });
        assertThatThrownBy(() -> jdbc.sql(close).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("A body cannot stand above itself");
    }

    @Test
    void whatIsDeletedComesBackForThirtyDays() {
        Web organiser = web.as("organiser");
        BodyId id = add(organiser, "N-6");
        Web.Answer deleted = organiser.submit("/bodies/" + id, "/bodies/" + id + "/deletion", Map.of());
        assertThat(deleted.location()).isEqualTo("/bodies");
        Web.Answer list = organiser.get("/bodies");
        assertThat(list.page().select(".g-notice p").text())
                .isEqualTo("«Нова громада» у кошику. Відновити можна протягом 30 днів.");
        assertThat(organiser.get("/bodies/" + id).status()).isEqualTo(404);
        assertThat(web.as("organiser2").get("/bin").page().select("tbody th").eachText())
                .doesNotContain("Нова громада");
        assertThat(organiser.get("/bin").page().select("tbody th").eachText()).containsExactly("Нова громада");
        assertThat(organiser
                        .submit("/bin", "/bodies/" + id + "/deletion/undo", Map.of())
                        .status())
                .isEqualTo(302);
        assertThat(organiser.get("/bodies/" + id).status()).isEqualTo(200);
        assertThat(organiser.get("/bin").page().select("h2").text()).isEqualTo("Кошик порожній");
    }

    /** The control is the body with seats: it is as old and stays. */
    @Test
    void afterThirtyDaysOnlyWhatNothingRefersToIsGone() {
        BodyId free = add(web.as("operator"), "N-7");
        BodyId recent = add(web.as("operator"), "N-8");
        BodyId referred = Cast.body(jdbc, "CN-00-001");
        clock.set(TestClock.START);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update registry.body set deleted_at = ? where id in (?, ?)")
                    .params(java.sql.Timestamp.from(clock.instant()), free.value(), referred.value())
                    .update();
            jdbc.sql("update registry.body set deleted_at = ? where id = ?")
                    .params(java.sql.Timestamp.from(clock.instant().plus(Duration.ofDays(2))), recent.value())
                    .update();
        });
        clock.advance(Duration.ofDays(30).plusSeconds(1));
        emptying.empty();
        assertThat(jdbc.sql("select id from registry.body where id in (?, ?, ?)")
                        .params(free.value(), recent.value(), referred.value())
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(recent.value(), referred.value());
        assertThat(jdbc.sql("select object_id from deed.deed where verb = 'body.purged'")
                        .query(UUID.class)
                        .list())
                .containsExactly(free.value());
        jdbc.sql("update registry.body set deleted_at = null where id = ?")
                .param(referred.value())
                .update();
        clock.set(TestClock.START);
    }
}
