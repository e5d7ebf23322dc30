package org.glasnik.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.glasnik.platform.Changes;
import org.glasnik.testing.Crawl;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.PageStates;
import org.glasnik.testing.Web;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GlasnikTest
class CrawlTest {
    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Changes changes;

    @Autowired
    List<PageStates> states;

    private Web as(String key) {
        return key.equals("anonymous") ? web.anonymous() : web.as(key);
    }

    /** And every word on it is a text of the product or comes out of the database. */
    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "resident", "specialist", "organiser", "desk", "operator"})
    void everyLinkThatAPersonSeesOpensAndHoldsNoHardCodedWord(String key) {
        Map<String, Web.Answer> shown = new LinkedHashMap<>();
        Map<String, Integer> pages = pseudo(() -> Crawl.pages(as(key).in("en"), shown::put));
        pages.values().removeIf(status -> status < 400);
        assertThat(pages).isEmpty();
        assertThat(strange(shown)).isEmpty();
    }

    @Test
    void noStateHoldsAHardCodedWord() {
        assertThat(strange(pseudo(() -> PageStates.of(states, web.in("en"))))).isEmpty();
    }

    /** The control: words planted wherever a reader meets them, each beside what is rightly there. */
    @Test
    void aHardCodedWordIsFound() {
        Document page = pseudo(() -> web.as("operator").in("en").get("/people")).page();
        HardCoded words = new HardCoded(stored());
        assertThat(words.in(page)).isEmpty();
        assertThat(stored()).contains("Данило Уявний");
        page.selectFirst("h1").after("""
                        <p>Open</p><p>Данило</p><p>⟦Sent⟧ Content</p><p><img alt="Picture" src="/x"></p>
                        <p title="Tip" aria-label="⟦Yes⟧"></p><input type="submit" value="Go"><input value="typed" placeholder="Name">
                        <select><option>Choose</option></select><p data-c="Column" aria-label="Spoken"></p>
                        <p data-own>somebody</p><p data-own>⟦Label⟧ somebody</p><time>8 March</time>""");
        page.title("⟦People⟧ Page — Glasnik");
        assertThat(words.in(page))
                .containsExactlyInAnyOrder(
                        "Open",
                        "Данило",
                        "Content",
                        "alt: Picture",
                        "title: Tip",
                        "value: Go",
                        "placeholder: Name",
                        "Choose",
                        "data-c: Column",
                        "aria-label: Spoken",
                        "data-own: ⟦Label⟧ somebody",
                        "Page");
    }

    @Test
    void everyPageIsWholeInEveryLanguage() {
        for (String tag : List.of("sr", "sr-Latn", "ru", "en")) {
            Crawl.pages(web.as("operator").in(tag), (path, answer) -> {
                assertThat(answer.status()).as(tag + " " + path).isLessThan(400);
                assertThat(answer.page().select("html").attr("lang")).as(path).isEqualTo(tag);
                assertThat(answer.page().select("h1")).as("one h1 on " + path).hasSize(1);
                assertThat(answer.page().title()).as(path).endsWith(" — Glasnik");
            });
        }
    }

    /** Pages that are kept for the public are made anew, before and after. */
    private <T> T pseudo(Supplier<T> work) {
        changes.forgetAll();
        try {
            return Crawl.pseudo(work);
        } finally {
            changes.forgetAll();
        }
    }

    private Set<String> strange(Map<String, Web.Answer> pages) {
        HardCoded words = new HardCoded(stored());
        Set<String> strange = new TreeSet<>();
        pages.forEach((name, answer) -> words.in(answer.page()).forEach(word -> strange.add(name + " | " + word)));
        return strange;
    }

    /** Words that people have written: those that the product writes for itself (codes, states) are nobody's on a page. */
    private Set<String> stored() {
        Set<String> all = new HashSet<>();
        jdbc.sql("""
                        select format('%I.%I', table_schema, table_name) as table, column_name as column
                        from information_schema.columns join information_schema.tables using (table_schema, table_name)
                        where data_type = 'text' and table_type = 'BASE TABLE'
                          and col_description(format('%I.%I', table_schema, table_name)::regclass, ordinal_position) like 'data: %'
                          and col_description(format('%I.%I', table_schema, table_name)::regclass, ordinal_position)
                              <> 'data: technical'""")
                .query()
                .listOfRows()
                .forEach(c -> all.addAll(jdbc.sql("select distinct " + c.get("column") + " from " + c.get("table")
                                + " where " + c.get("column") + " <> ''")
                        .query(String.class)
                        .list()));
        return all;
    }
}
