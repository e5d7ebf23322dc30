package org.glasnik.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Mistakes that are easily made and hard to see. */
class HabitsTest {
    private static List<String> lines(Path root, String ending, Pattern bad, String... except) {
        return Sources.files(root, ending).stream()
                .filter(f -> java.util.Arrays.stream(except)
                        .noneMatch(e -> f.toString().endsWith(e)))
                .flatMap(f -> Sources.text(f)
                        .lines()
                        .filter(line -> bad.matcher(line).find())
                        .map(line -> f + ": " + line.strip()))
                .toList();
    }

    /** The embedded database and the commands run before there is a clock bean; sessions and timings of its own are the system's. */
    @Test
    void timeComesFromTheClock() {
        assertThat(lines(
                        Sources.JAVA,
                        ".java",
                        Pattern.compile(
                                "(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime)\\.now\\(\\)|new Date\\(|Clock\\.system"),
                        "PlatformConfiguration.java",
                        "CommandLine.java"))
                .filteredOn(line -> !line.contains("/postgres/"))
                .isEmpty();
    }

    @Test
    void nothingIsPrinted() {
        assertThat(lines(Sources.JAVA, ".java", Pattern.compile("System\\.(out|err)\\.print|printStackTrace")))
                .filteredOn(line -> !line.contains("/operate/"))
                .isEmpty();
    }

    @Test
    void noScriptStyleOrHandlerStandsInAPage() {
        assertThat(lines(
                        Sources.TEMPLATES,
                        ".jte",
                        Pattern.compile(
                                "<script(?![^>]*\\bsrc=)|<style|\\son[a-z]+=\"|\\sstyle=|javascript:|\\$unsafe")))
                .filteredOn(line -> !line.contains("letter"))
                .isEmpty();
    }

    /** A word of a language between tags is a word that nobody translates. */
    @Test
    void templatesHoldNoWords() {
        Pattern word = Pattern.compile(">([^<>${}@!`]*\\p{L}{2,}[^<>${}@`]*)<");
        List<String> found = Sources.files(Sources.TEMPLATES, ".jte").stream()
                .flatMap(f -> {
                    Matcher words = word.matcher(Sources.text(f)
                            .replaceAll("(?s)<%--.*?--%>|<code>.*?</code>", "")
                            .replaceAll("(?m)^[@!].*$", ""));
                    return words.results().map(r -> f + ": " + r.group(1).strip());
                })
                .filter(line -> !line.endsWith(": Glasnik") && !line.contains(" — Glasnik"))
                .toList();
        assertThat(found).isEmpty();
    }

    @Test
    void aTableIsTouchedByItsOwnModuleOnly() {
        Pattern table = Pattern.compile("(?:from|join|into|update|truncate|delete from)\\s+([a-z_]+)\\.([a-z_]+)");
        List<String> strangers = Sources.files(Sources.JAVA, ".java").stream()
                .filter(f -> f.getNameCount() > Sources.JAVA.getNameCount() + 1)
                .flatMap(f -> {
                    String module = f.getName(Sources.JAVA.getNameCount()).toString();
                    return table.matcher(Sources.text(f))
                            .results()
                            .filter(r -> java.nio.file.Files.isDirectory(Sources.MIGRATIONS.resolve(r.group(1))))
                            .filter(r -> !r.group(1).equals(module))
                            .filter(r -> !published(r.group(1), r.group(2)))
                            .map(r -> f + ": " + r.group());
                })
                .toList();
        assertThat(strangers).isEmpty();
    }

    /** What another module may read is a view that the owner publishes. */
    private static boolean published(String schema, String name) {
        return Sources.files(Sources.MIGRATIONS.resolve(schema), ".sql").stream()
                .anyMatch(f -> Sources.text(f).contains("create view " + schema + "." + name));
    }
}
