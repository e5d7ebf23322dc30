package org.glasnik.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.glasnik.testing.Web;

/** An import as a person does it: choose the file, look at the columns, look at the rows, say yes, take it back. */
final class Importing {
    private static final int LONGEST_SECONDS = 60;

    private final Web web;
    private final String href;

    private Importing(Web web, String href) {
        this.web = web;
        this.href = href;
    }

    static Importing of(Web web, String kind, String name, String table) {
        return of(web, kind, name, table.getBytes(StandardCharsets.UTF_8));
    }

    static Importing of(Web web, String kind, String name, byte[] file) {
        Web.Answer read = web.upload("/imports", "/imports", Map.of("kind", kind), "file", name, file);
        assertThat(read.status())
                .as(read.status() == 302 ? "" : read.page().select(".g-errors").text())
                .isEqualTo(302);
        return new Importing(web, read.location());
    }

    /** Heading as it stands in the file, by column, empty where it is not in the file; {@code column-all} for a value of all rows. */
    Importing columns(Map<String, String> chosen) {
        Web.Answer form = web.get(href + "/columns");
        Map<String, String> fields = new java.util.HashMap<>();
        chosen.forEach((column, heading) -> fields.put(
                column,
                column.endsWith("-all") || heading.isEmpty()
                        ? heading
                        : form.page().select("select[name=" + column + "] option").stream()
                                .filter(option -> option.text().equals(heading))
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("no heading " + heading))
                                .val()));
        Web.Answer chosenColumns = web.submit(form, href + "/columns", fields);
        assertThat(chosenColumns.status())
                .as(
                        chosenColumns.status() == 302
                                ? ""
                                : chosenColumns.page().select(".g-errors").text())
                .isEqualTo(302);
        waited();
        return this;
    }

    Importing apply() {
        web.submit(href, href + "/application", Map.of());
        waited();
        return this;
    }

    Importing undo() {
        web.submit(href, href + "/application/undo", Map.of());
        waited();
        return this;
    }

    String href() {
        return href;
    }

    Web.Answer page() {
        return page("");
    }

    Web.Answer page(String query) {
        return web.get(href + query);
    }

    /** New, changed, the same, refused: as the page has them. */
    List<Integer> counts() {
        return page().page().select(".g-head li a").stream()
                .limit(4)
                .map(link -> Integer.valueOf(link.text().replaceAll("\\D", "")))
                .toList();
    }

    private void waited() {
        long until = System.nanoTime() + LONGEST_SECONDS * 1_000_000_000L;
        while (!page().page().select("#progress").isEmpty()) {
            assertThat(System.nanoTime()).as("the import comes to an end").isLessThan(until);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
