package org.glasnik.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.glasnik.listing.ListShape;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A row that someone may not see changes nothing of what they get: for each filter and each order that a list offers, for all of
 * them at once, and in each format, the count, the rows and all words of the page are what they are without that row.
 */
@GlasnikTest
class ListLeaksTest {
    private static final Pattern SHAPE = Pattern.compile("ListShape ([A-Z]+) =\\s*ListShape\\.at");

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Map<String, HiddenRow> hidden;

    @BeforeEach
    void rows() {
        hidden = HiddenRow.all(jdbc, transaction);
    }

    private static List<ListShape> shapes() {
        return Sources.files(Sources.JAVA, ".java").stream()
                .flatMap(f -> {
                    Matcher named = SHAPE.matcher(Sources.text(f));
                    return named.results().map(r -> shape(f, r.group(1)));
                })
                .toList();
    }

    private static ListShape shape(Path file, String name) {
        String type = Path.of("src/main/java")
                .relativize(file)
                .toString()
                .replace(".java", "")
                .replace('/', '.');
        try {
            Field field = Class.forName(type).getDeclaredField(name);
            field.setAccessible(true);
            ListShape shape = (ListShape) field.get(null);
            return shape.under(shape.path().replaceAll("\\{[^}]*}", HiddenRow.ID.toString()));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** A list or a filter that is written tomorrow fails here until its row is told. */
    @Test
    void everyListAndEveryFilterHasItsHiddenRow() {
        Map<String, Set<String>> offered =
                shapes().stream().collect(Collectors.toMap(ListShape::path, shape -> new TreeSet<>(shape.filters())));
        assertThat(hidden.values().stream()
                        .collect(Collectors.toMap(
                                HiddenRow::path,
                                row -> new TreeSet<>(row.filters().keySet()))))
                .isEqualTo(offered);
    }

    @Test
    void whatSomeoneMayNotSeeChangesNothing() {
        Map<String, String> leaks = new LinkedHashMap<>();
        int compared = 0;
        for (ListShape shape : shapes()) {
            HiddenRow row = hidden.get(shape.path());
            for (String blind : row.blind()) {
                row.take().run();
                Map<String, String> without = answers(blind, shape, row);
                row.put().run();
                Map<String, String> with = answers(blind, shape, row);
                row.take().run();
                without.forEach((query, answer) -> {
                    if (!answer.equals(with.get(query))) {
                        leaks.put(blind + " " + query, with.get(query));
                    }
                });
                compared += without.size();
            }
        }
        assertThat(leaks.keySet()).isEmpty();
        assertThat(compared).isGreaterThan(300);
    }

    /** The control: whoever may see the row finds it by each of the same filters, alone and together, in each format. */
    @Test
    void whoeverMaySeeItFindsItByTheSame() {
        List<String> unfound = new ArrayList<>();
        for (ListShape shape : shapes()) {
            HiddenRow row = hidden.get(shape.path());
            row.take().run();
            row.put().run();
            row.show().run();
            for (String seeing : row.seeing()) {
                Web browser = as(seeing);
                for (String query : queries(shape, row)) {
                    boolean unfiltered = shape.filters().stream().noneMatch(filter -> query.contains(filter + "="));
                    // Of an unfiltered list the page shows the first rows only.
                    for (String format : unfiltered ? List.of(".csv", ".xlsx", ".json") : formats(query)) {
                        Web.Answer answer = browser.get(shape.path() + format + query);
                        String rows = format.isEmpty() ? rows(answer.page()) : file(answer);
                        if (answer.status() != 200 || !rows.contains(row.mark())) {
                            unfound.add(seeing + " " + shape.path() + format + query);
                        }
                    }
                }
            }
            row.take().run();
        }
        assertThat(unfound).isEmpty();
    }

    private Map<String, String> answers(String who, ListShape shape, HiddenRow row) {
        Web browser = as(who);
        Map<String, String> answers = new LinkedHashMap<>();
        for (String query : queries(shape, row)) {
            for (String format : formats(query)) {
                String path = shape.path() + format + query;
                Web.Answer answer = browser.get(path);
                answers.put(path, answer.status() + "\n" + (format.isEmpty() ? words(answer.page()) : file(answer)));
            }
        }
        return answers;
    }

    /** All formats write the rows of one query: what differs with the query is looked for in the page and one of them. */
    private static List<String> formats(String query) {
        return query.contains("&") || !query.contains("=")
                ? List.of("", ".csv", ".xlsx", ".json")
                : List.of("", ".csv");
    }

    /** Each filter alone, all together, and both all and none in every order. */
    private static List<String> queries(ListShape shape, HiddenRow row) {
        List<String> alone = row.filters().entrySet().stream()
                .flatMap(filter -> filter.getValue().stream().map(value -> filter.getKey() + "=" + encoded(value)))
                .toList();
        String together = row.filters().entrySet().stream()
                .map(filter -> filter.getKey() + "=" + encoded(filter.getValue().getFirst()))
                .collect(Collectors.joining("&"));
        List<String> orders = Stream.concat(
                        Stream.of(""),
                        shape.columns().stream().flatMap(c -> Stream.of("sort=" + c.key(), "sort=-" + c.key())))
                .toList();
        return Stream.of(
                        alone.stream(),
                        orders.stream(),
                        orders.stream().map(order -> together + (order.isEmpty() ? "" : "&" + order)))
                .flatMap(queries -> queries)
                .map(query -> query.isEmpty() ? "" : "?" + query)
                .toList();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String rows(Document page) {
        return page.select("table.g-list tbody tr").eachText() + "\n"
                + page.select("table.g-list tbody a[href]").eachAttr("href");
    }

    private static String words(Document page) {
        Elements main = page.select("main");
        return page.select("caption").text() + "\n" + rows(page) + "\n" + main.text() + "\n"
                + main.select("a[href]").eachAttr("href")
                + main.select("option").eachAttr("value");
    }

    /** A workbook is a ZIP that knows when it was made: only its sheets count. */
    private static String file(Web.Answer answer) {
        if (!String.valueOf(answer.header("Content-Type")).contains("spreadsheetml")) {
            return String.valueOf(answer.header("Content-Type")).startsWith("text/html") ? "" : answer.body();
        }
        try {
            // The library writes a directory that a stream reader does not understand.
            Path book = Files.write(Files.createTempFile("list", ".xlsx"), answer.bytes());
            StringBuilder sheets = new StringBuilder();
            try (ZipFile zip = new ZipFile(book.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    if (entry.getName().startsWith("xl/worksheets/")) {
                        sheets.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
            Files.delete(book);
            return Parser.unescapeEntities(sheets.toString(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Web as(String who) {
        return who.equals("anonymous") ? web.anonymous() : web.as(who);
    }
}
