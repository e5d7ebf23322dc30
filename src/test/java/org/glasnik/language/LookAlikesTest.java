package org.glasnik.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.glasnik.language.MixedWord.Foreign;
import org.glasnik.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikesTest {

    @Test
    void aLatinLetterInACyrillicWordIsNamedWithItsPlace() {
        assertThat(LookAlikes.mixed("с. Вiйтовецька громада"))
                .isEqualTo(List.of(new MixedWord(
                        "Вiйтовецька", 3, "Війтовецька", List.of(new Foreign(4, 'i', "LATIN SMALL LETTER I")))));
    }

    @Test
    void severalWordsAndSeveralLettersAreFoundInTheirOrder() {
        assertThat(LookAlikes.mixed("Јасикoвица, Niш, xapкiв"))
                .isEqualTo(List.of(
                        new MixedWord(
                                "Јасикoвица", 0, "Јасиковица", List.of(new Foreign(5, 'o', "LATIN SMALL LETTER O"))),
                        new MixedWord(
                                "xapкiв",
                                17,
                                "харків",
                                List.of(
                                        new Foreign(17, 'x', "LATIN SMALL LETTER X"),
                                        new Foreign(18, 'a', "LATIN SMALL LETTER A"),
                                        new Foreign(19, 'p', "LATIN SMALL LETTER P"),
                                        new Foreign(21, 'i', "LATIN SMALL LETTER I")))));
    }

    @Test
    void aLetterThatLooksLikeNoneOfTheOtherScriptIsFoundButNotMended() {
        assertThat(LookAlikes.mixed("Вінницькаs"))
                .isEqualTo(List.of(
                        new MixedWord("Вінницькаs", 0, null, List.of(new Foreign(9, 's', "LATIN SMALL LETTER S")))));
        assertThat(LookAlikes.mended("Вінницькаs")).isEqualTo("Вінницькаs");
    }

    @ParameterizedTest
    @CsvSource({
        "Mиp, Мир",
        "об’єкт і oб’єкт, об’єкт і об’єкт",
        "B'ячеслав, В'ячеслав",
        "Cѕhооl, Cshool",
        "О’Reilly, O’Reilly",
        "pаypаl.example, paypal.example",
        "ХIХ, XIX",
        "СOВА, СОВА",
        "CAРE, CAPE",
        "Мiй, Мій",
        "Ïжакевич, Їжакевич",
        "Йoвана, Йована",
    })
    void mendedWordsAreOfOneScript(String mixed, String mended) {
        assertThat(LookAlikes.mended(mixed)).isEqualTo(mended);
        assertThat(LookAlikes.mixed(mended)).isEmpty();
    }

    /** Names, addresses and numerals in which two scripts meet on purpose. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "сноб_news",
                "COVID-19",
                "COVIDом",
                "ІТ-дім",
                "IT-дім",
                "SMSка",
                "PRник",
                "sms-розсилка",
                "Twitter’ом",
                "Twitter'а",
                "Facebook’у",
                "XXго",
                "XX-го",
                "XXI століття",
                "Xго",
                "Wi-Fi у школі",
                "e-mail: іван@x.example",
                "https://example.org/новини/a1b2",
                "О’Коннор",
                "O’Connor",
                "м’яч",
                "Кам'янець",
                "д’Артаньян",
                "d’Артаньян",
                "вітамін C",
                "",
                "42",
                "Ниш",
                "Niš",
                "Џ",
                "Ǆ и Ж",
                "ª1 і 5 µм",
                "й",
                "école № 5",
                "QR-код",
                "VK Музыка"
            })
    void whatMeetsOnPurposeIsLeftAlone(String text) {
        assertThat(LookAlikes.mixed(text)).isEmpty();
        assertThat(LookAlikes.mended(text)).isSameAs(text);
    }

    @Test
    void aLetterOfTwoPointsOfCodeIsOneLetter() {
        assertThat(LookAlikes.mended("Йoван")).isEqualTo("Йован");
    }

    @Test
    void everyPairLooksAlikeBothWays() {
        assertThat(LookAlikes.cyrillic('i')).isEqualTo('і');
        assertThat(LookAlikes.cyrillic('Y')).isEqualTo('У');
        assertThat(LookAlikes.cyrillic('w')).isEqualTo('w');
        assertThat(LookAlikes.cyrillic('ж')).isEqualTo('ж');
    }

    @Test
    void ofTheHromadasOneNameIsWrittenWithALatinLetter() throws IOException {
        List<String> names = column("authorities/ua_hromadas_katottg.tsv", 1);
        assertThat(names).hasSize(1772);
        assertThat(names.stream()
                        .filter(name -> !LookAlikes.mixed(name).isEmpty())
                        .toList())
                .isEqualTo(List.of("Вiйтовецька"));
    }

    @Test
    void ofTheSerbianMunicipalitiesNoneIs() throws IOException {
        List<String> names = column("authorities/rs_municipalities.tsv", 1);
        assertThat(names).hasSize(175);
        assertThat(names.stream().filter(name -> !LookAlikes.mixed(name).isEmpty()))
                .isEmpty();
    }

    /** In running text such words are rare, and each that is found is a slip. */
    @Test
    void inTextsOnlySlipsAreFound() throws IOException {
        assertThat(found("text/uk_uagec_fluency_test_first_half.m2")).isEmpty();
        assertThat(found("text/sr_set_dev.tsv")).isEmpty();
        assertThat(found("text/ru_taiga_first700.tsv")).isEqualTo(List.of("cт ст"));
        assertThat(found("text/ru_ruspell_sources_first1000.txt"))
                .isEqualTo(List.of(
                        "миpные мирные",
                        "миp мир",
                        "беpежем бережем",
                        "интегpиpованность интегрированность",
                        "малоконтpолиpуем малоконтролируем"));
    }

    private static List<String> found(String file) throws IOException {
        return lines(file)
                .flatMap(line -> LookAlikes.mixed(line).stream())
                .map(word -> word.word() + " " + word.mended())
                .toList();
    }

    private static List<String> column(String file, int column) throws IOException {
        return lines(file).skip(1).map(line -> line.split("\t")[column]).toList();
    }

    private static Stream<String> lines(String file) throws IOException {
        return Files.readAllLines(SharedData.file(file)).stream();
    }
}
