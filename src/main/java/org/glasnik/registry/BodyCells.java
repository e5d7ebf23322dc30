package org.glasnik.registry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnik.importing.ImportRow;
import org.jspecify.annotations.Nullable;

/**
 * Lays the cells of a row over a body's record. People write kinds and countries in words and days in their own order; what
 * nobody understands goes on as it is, to be refused by the same rules as a form.
 *
 * @param kinds words in lower case to tags
 * @param jurisdictions names and codes in lower case to codes
 */
record BodyCells(Map<String, String> kinds, Map<String, String> jurisdictions) {
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./](\\d{4})\\.?");
    private static final Pattern INSTANT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ].*");

    BodyForm over(BodyForm stored, ImportRow row) {
        return new BodyForm(
                stored.version(),
                or(row.cell("code"), stored.code()),
                or(kinds.getOrDefault(row.cell("kind").toLowerCase(Locale.ROOT), row.cell("kind")), stored.kind()),
                or(row.cell("parent"), stored.parent()),
                or(row.cell("nameUk"), stored.nameUk()),
                or(row.cell("nameSr"), stored.nameSr()),
                or(row.cell("nameRu"), stored.nameRu()),
                or(row.cell("nameEn"), stored.nameEn()),
                or(row.cell("population"), stored.population()),
                or(row.cell("site"), stored.site()),
                or(row.cell("mail"), stored.mail()),
                stored.organising(),
                stored.hue(),
                or(row.cell("keeper"), stored.keeper()),
                or(
                        jurisdictions.getOrDefault(
                                row.cell("jurisdiction").toLowerCase(Locale.ROOT), row.cell("jurisdiction")),
                        stored.jurisdiction()),
                or(lines(row.cell("otherNames")), stored.otherNames()),
                or(row.cell("phone"), stored.phone()),
                or(row.cell("address"), stored.address()),
                or(row.cell("zone"), stored.zone()),
                or(day(row.cell("foundedOn")), stored.foundedOn()));
    }

    private static @Nullable String or(String cell, @Nullable String stored) {
        return cell.isEmpty() ? stored : cell;
    }

    private static String lines(String cell) {
        return cell.replaceAll("\\s*[;\\n|]\\s*", "\n");
    }

    static List<String> codes(String cell) {
        return Stream.of(cell.split("[,;|\\n]"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .distinct()
                .collect(Collectors.toList());
    }

    /** As the form has it: 31.12.2020 and 2020-12-31T00:00 become 2020-12-31. */
    static String day(String cell) {
        Matcher day = DAY.matcher(cell);
        if (day.matches()) {
            return "%s-%02d-%02d".formatted(day.group(3), Integer.valueOf(day.group(2)), Integer.valueOf(day.group(1)));
        }
        Matcher instant = INSTANT.matcher(cell);
        return instant.matches() ? instant.group(1) : cell;
    }
}
