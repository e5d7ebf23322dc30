package org.glasnik.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.glasnik.testing.Crawl;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
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

    private Web as(String key) {
        return key.equals("anonymous") ? web.anonymous() : web.as(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "resident", "specialist", "organiser", "desk", "operator"})
    void everyLinkThatAPersonSeesOpens(String key) {
        Map<String, Integer> pages = Crawl.pages(as(key), (path, answer) -> {});
        pages.values().removeIf(status -> status < 400);
        assertThat(pages).isEmpty();
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

    /** Every word on a page is a text of the product or comes out of the database. */
    @Test
    void noWordIsHardCoded() {
        Set<String> stored = stored();
        Set<String> strange = new TreeSet<>();
        Crawl.pseudo(web.as("operator").in("en"), (path, answer) -> {
            StringBuilder open = new StringBuilder();
            List<TextNode> nodes = new ArrayList<>();
            NodeTraversor.traverse(
                    (node, depth) -> {
                        if (node instanceof TextNode text && !text.isBlank()) {
                            nodes.add(text);
                        }
                    },
                    answer.page().body());
            for (TextNode node : nodes) {
                String outside = outside(node.text());
                String words = outside.replaceAll("[^\\p{L}]+", "");
                if (words.length() > 1 && !ownName(outside) && !known(outside, stored) && !exempt(node)) {
                    strange.add(Crawl.kind(path) + ": " + outside);
                }
            }
        });
        assertThat(strange).isEmpty();
    }

    /** What stands in no text, however many texts stand in one another. */
    private static String outside(String words) {
        String before = words;
        String after = before.replaceAll("⟦[^⟦⟧]*⟧", " ");
        while (!after.equals(before)) {
            before = after;
            after = before.replaceAll("⟦[^⟦⟧]*⟧", " ");
        }
        return after.strip();
    }

    /** Names of languages stand in their own language; code, addresses and dates are nobody's words. */
    private static boolean exempt(TextNode node) {
        org.jsoup.nodes.Element parent = (org.jsoup.nodes.Element) node.parent();
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(parent), parent.parents().stream())
                .anyMatch(p -> p.hasAttr("hreflang")
                        || p.attr("aria-current").equals("true")
                        || Set.of("code", "time", "pre").contains(p.normalName())
                        || p.hasClass("g-brand")
                        || p.hasAttr("data-own"));
    }

    /** Languages in a list of choices stand in their own language, zones under their IANA names. */
    private static boolean ownName(String words) {
        return words.equals("UTC")
                || words.matches("[A-Z][a-z]+/[A-Z][a-z]+")
                || java.util.Arrays.stream(org.glasnik.platform.Language.values())
                        .anyMatch(l -> l.ownName().equals(words));
    }

    private static boolean known(String text, Set<String> stored) {
        return stored.contains(text)
                || stored.stream().anyMatch(s -> s.length() > 1 && (s.contains(text) || text.contains(s)));
    }

    private Set<String> stored() {
        Set<String> all = new HashSet<>();
        jdbc.sql("""
                        select table_schema, table_name, column_name from information_schema.columns
                        where data_type = 'text' and table_schema not in ('pg_catalog', 'information_schema')""")
                .query()
                .listOfRows()
                .forEach(c -> all.addAll(jdbc.sql("select distinct " + c.get("column_name") + " from "
                                + c.get("table_schema") + "." + c.get("table_name") + " where " + c.get("column_name")
                                + " <> '' limit 2000")
                        .query(String.class)
                        .list()));
        return all;
    }
}
