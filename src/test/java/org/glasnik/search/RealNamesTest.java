package org.glasnik.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glasnik.search.Shelf.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.glasnik.platform.Language;
import org.glasnik.platform.SerbianLatin;
import org.glasnik.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every name of two real registers, in forms in which people ask for it. */
class RealNamesTest {
    /** Some names differ only in what a fold does not tell apart, or in what is a slip in the other. */
    private static final int AMONG = 3;

    @TempDir
    Path folder;

    private static List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(SharedData.file("authorities/" + file)).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .toList();
    }

    /** Which of the names are not among the first that are found by what becomes of them. */
    private static Set<String> missed(
            List<String> names, UnaryOperator<String> typed, Function<String, List<String>> found) {
        return names.stream()
                .filter(name -> !found.apply(typed.apply(name)).contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String genitive(String name) {
        return name.replaceAll("ська\\b", "ської")
                .replaceAll("цька\\b", "цької")
                .replaceAll("зька\\b", "зької");
    }

    /** The letters in the middle swapped. */
    private static String slipped(String name) {
        int at = name.length() / 2;
        while (name.charAt(at - 1) == name.charAt(at)) {
            at--;
        }
        return name.substring(0, at - 1) + name.charAt(at) + name.charAt(at - 1) + name.substring(at + 1);
    }

    private static String lookAlike(String name) {
        return name.toUpperCase(Locale.ROOT).replace('І', 'I').replace('О', 'O');
    }

    private static String withoutHooks(String name) {
        return Normalizer.normalize(SerbianLatin.of(name).replace("đ", "dj").replace("Đ", "Dj"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    @Test
    void hromadasAreFoundByTheirNamesInAnyFormAndWithASlip() throws IOException {
        try (Shelf shelf = new Shelf(folder)) {
            List<String> names = rows("ua_hromadas_katottg.tsv").stream()
                    .map(row -> {
                        shelf.add(
                                1,
                                List.of(text(row[1], Language.UK)),
                                List.of(
                                        text("громада", Language.UK),
                                        text(row[3], Language.UK),
                                        text(row[5], Language.UK)),
                                row[0]);
                        return row[1];
                    })
                    .toList();
            assertThat(names).hasSize(1772);
            assertThat(missed(names, name -> name, typed -> shelf.find(typed, Language.UK, Leniency.NONE, AMONG)))
                    .isEmpty();
            assertThat(missed(
                            names,
                            RealNamesTest::genitive,
                            typed -> shelf.find(typed, Language.UK, Leniency.NONE, AMONG)))
                    .isEmpty();
            assertThat(missed(
                            names,
                            name -> genitive(name) + " громади",
                            typed -> shelf.find(typed, Language.UK, Leniency.NONE, AMONG)))
                    .isEmpty();
            assertThat(missed(
                            names,
                            name -> name.substring(0, name.length() - 1),
                            typed -> shelf.find(typed, Language.UK, Leniency.NONE, AMONG)))
                    .isEmpty();
            assertThat(missed(
                            names,
                            RealNamesTest::lookAlike,
                            typed -> shelf.find(typed, Language.UK, Leniency.NONE, AMONG)))
                    .isEmpty();
            // What they become is nearer to other names.
            assertThat(missed(names, RealNamesTest::slipped, typed -> shelf.forgive(typed, AMONG)))
                    .isEqualTo(Set.of("Іванківська", "Іваньківська", "Березнянська", "Березнівська"));
        }
    }

    @Test
    void serbianTownsAreFoundInBothScripts() throws IOException {
        try (Shelf shelf = new Shelf(folder)) {
            List<String> names = rows("rs_municipalities.tsv").stream()
                    .map(row -> {
                        shelf.add(
                                Double.parseDouble(row[5]),
                                List.of(text(row[1], Language.SR)),
                                List.of(text(row[3], Language.SR)));
                        return row[1];
                    })
                    .toList();
            assertThat(names).hasSize(175);
            assertThat(missed(names, name -> name, typed -> shelf.find(typed, Language.UK, Leniency.NONE, AMONG)))
                    .isEmpty();
            assertThat(missed(names, SerbianLatin::of, typed -> shelf.find(typed, Language.UK, Leniency.NONE, AMONG)))
                    .isEmpty();
            assertThat(missed(
                            names,
                            RealNamesTest::withoutHooks,
                            typed -> shelf.find(typed, Language.UK, Leniency.NONE, AMONG)))
                    .isEmpty();
            // Short ones, and where a letter is two in Latin.
            assertThat(missed(names, RealNamesTest::slipped, typed -> shelf.forgive(typed, AMONG)))
                    .isEqualTo(Set.of(
                            "Ада",
                            "Бач",
                            "Бор",
                            "Кањижа",
                            "Љиг",
                            "Нови Сад - град",
                            "Оџаци",
                            "Петровац на Млави",
                            "Сврљиг",
                            "Уб",
                            "Шид"));
        }
    }
}
