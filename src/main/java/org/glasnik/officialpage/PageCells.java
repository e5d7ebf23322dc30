package org.glasnik.officialpage;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.glasnik.importing.ImportRow;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * Lays the cells of a row over a page's record. People write states and languages in words and days in their own order; what
 * nobody understands goes on as it is, to be refused by the same rules as a form.
 *
 * @param statuses and categories words in lower case to tags
 */
record PageCells(Map<String, String> statuses, Map<String, String> categories) {
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./](\\d{4})\\.?");
    private static final Pattern INSTANT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ].*");

    /** Languages that authorities of our parts of the world write in: of all others only the codes are understood. */
    private static final String WRITTEN =
            "uk sr ru en ady ar az ba be bg bs ce crh cs cv da de el es et fi fr gag he hr hu hy inh it"
                    + " ka kbd kk ky lt lv mk nl no os pl pt ro rom rue sah sk sl sq sv tg tr tt tyv udm uz xal zh";

    /** Names of languages in each of ours, in lower case, to tags. */
    private static final Map<String, String> LANGUAGES = languages();

    /** @param responsible id of the person whose address stands in the row; the address itself where nobody has it */
    PageForm over(PageForm stored, ImportRow row, String responsible) {
        boolean tags = !row.cell("languages").isEmpty();
        return new PageForm(
                stored.version(),
                or(row.cell("bodyCode"), stored.body()),
                or(row.cell("address"), stored.address()),
                or(word(statuses, row.cell("status")), stored.status()),
                named(or(word(categories, row.cell("category")), stored.category())),
                or(row.cell("purpose"), stored.purpose()),
                or(row.cell("unit"), stored.unit()),
                or(day(row.cell("openedOn")), stored.openedOn()),
                tags ? "" : stored.languages(),
                tags ? tags(row.cell("languages")) : stored.otherLanguages(),
                or(responsible, stored.responsible()),
                stored.administrators());
    }

    private static String tags(String cell) {
        return Arrays.stream(cell.split("[,;|&/]"))
                .map(String::strip)
                .filter(language -> !language.isEmpty())
                .map(language -> LANGUAGES.getOrDefault(
                        language.toLowerCase(Locale.ROOT).replaceFirst("\\s*\\(.*", ""), language))
                .collect(Collectors.joining(", "));
    }

    private static String word(Map<String, String> words, String cell) {
        return words.getOrDefault(cell.toLowerCase(Locale.ROOT), cell);
    }

    private static @Nullable String or(String cell, @Nullable String stored) {
        return cell.isEmpty() ? stored : cell;
    }

    /** A table that says nothing of it leaves it open; only the form insists. */
    private static @Nullable String named(@Nullable String category) {
        return category == null || category.isEmpty() ? null : category;
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

    private static Map<String, String> languages() {
        Map<String, String> names = new HashMap<>();
        for (String tag : WRITTEN.split(" ")) {
            for (Language in : List.of(Language.UK, Language.SR, Language.SR_LATN, Language.RU, Language.EN)) {
                names.putIfAbsent(
                        new ULocale(tag)
                                .getDisplayLanguage(ULocale.forLocale(in.locale()))
                                .toLowerCase(in.locale()),
                        tag);
            }
            names.putIfAbsent(
                    new ULocale(tag).getDisplayLanguage(new ULocale(tag)).toLowerCase(Locale.ROOT), tag);
        }
        return names;
    }
}
