package org.glasnik.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glasnik.platform.Language.EN;
import static org.glasnik.platform.Language.RU;
import static org.glasnik.platform.Language.SR;
import static org.glasnik.platform.Language.UK;
import static org.glasnik.search.Shelf.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found by what, and in which order. */
class FindingTest {
    @TempDir
    Path folder;

    private Shelf shelf;

    @BeforeEach
    void fill() throws IOException {
        shelf = new Shelf(folder);
        shelf.add(
                370_000,
                List.of(
                        text("Вінницька міська громада", UK),
                        text("Винницкая городская громада", RU),
                        text("Vinnytsia City Hromada", EN)),
                List.of(text("громада", UK), text("Вінницька область", UK)),
                "UA05020030010063857",
                "https://www.vmr.gov.example/");
        shelf.add(
                260_000,
                List.of(text("Житомирська громада", UK), text("Житомирская громада", RU), text("Zhytomyr Hromada", EN)),
                List.of(text("громада", UK), text("Житомирська область", UK)),
                "UA18040190010057814");
        shelf.add(
                250_000,
                List.of(text("Ниш", SR), text("Niš", EN)),
                List.of(text("општина", SR), text("Нишавска област", SR)),
                "79014");
        shelf.add(3_000, List.of(text("Вiйтовецька", UK)), List.of(text("громада", UK)), "UA68060050000021560");
        shelf.add(9_000, List.of(text("Полтавська гімназія № 5", UK)), List.of(text("школа", UK)), "PL-5");
        shelf.add(9_000, List.of(text("Полтавська гімназія № 6", UK)), List.of(text("школа", UK)), "PL-6");
        shelf.add(500, List.of(text("Нова", UK), text("Нова Воля", null)), List.of(), "X-1");
    }

    @AfterEach
    void close() throws IOException {
        shelf.close();
    }

    @ParameterizedTest
    @CsvSource({
        "вінницької, Вінницька міська громада",
        "вінницькою громадою, Вінницька міська громада",
        "вінниц, Вінницька міська громада",
        "Вінниця, Вінницька міська громада",
        "ВІННИЦЬКА, Вінницька міська громада",
        "Винницкой, Вінницька міська громада",
        "громаді Вінницькій, Вінницька міська громада",
        "vinnytsia, Вінницька міська громада",
        "Vinnytska, Вінницька міська громада",
        "Vinnitsa, Вінницька міська громада",
        "vinnyts, Вінницька міська громада",
        "Biнницькa, Вінницька міська громада",
        "UA05020030010063857, Вінницька міська громада",
        "ua0502003001, Вінницька міська громада",
        "UА0502, Вінницька міська громада",
        "vmr.gov.example, Вінницька міська громада",
        "https://vmr.gov.example, Вінницька міська громада",
        "Niš, Ниш",
        "Ниш, Ниш",
        "nis, Ниш",
        "NIŠ, Ниш",
        "Ниша, Ниш",
        "нишка општина, ''",
        "Ниш општина, Ниш",
        "општини Ниш, Ниш",
        "opština Niš, Ниш",
        "Війтовецька, Вiйтовецька",
        "Вiйтовецька, Вiйтовецька",
        "війтовецької, Вiйтовецька",
        "zhytomyr hromada, Житомирська громада",
        "Житомир, Житомирська громада",
        "житомирской, Житомирська громада",
        "гімназія 6, Полтавська гімназія № 6",
        "полтава гімназії №5, Полтавська гімназія № 5",
        "Полтавські гімназії 5, Полтавська гімназія № 5",
        "PL-6, Полтавська гімназія № 6",
        "РL-6, Полтавська гімназія № 6",
        "нова воля, Нова",
    })
    void itIsFoundFirst(String typed, String first) {
        assertThat(shelf.find(typed).stream().findFirst().orElse("")).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "Жиотмир, Житомирська громада",
        "Житомрська, Житомирська громада",
        "Жытомирска громда, Житомирська громада",
        "zhytomirr hromada, Житомирська громада",
        "Вінниька, Вінницька міська громада",
        "Вінницбка, Вінницька міська громада",
        "Полтвська, Полтавська гімназія № 5",
    })
    void aSlipIsForgiven(String typed, String first) {
        assertThat(shelf.find(typed)).isEmpty();
        assertThat(shelf.forgive(typed, 10)).first().isEqualTo(first);
    }

    @Test
    void aShortWordMustBeRightAndALongOneNearlySo() {
        assertThat(shelf.find("Няш", UK, Leniency.TWO_SLIPS, 10)).isEmpty();
        assertThat(shelf.find("Жибуиир", UK, Leniency.TWO_SLIPS, 10)).isEmpty();
    }

    @Test
    void someOfTheWordsAreEnoughWhereNothingHasAll() {
        assertThat(shelf.find("Ниш Житомир", UK, Leniency.TWO_SLIPS, 10)).isEmpty();
        assertThat(shelf.find("Ниш Житомир", UK, Leniency.SOME, 10)).isEqualTo(List.of("Ниш", "Житомирська громада"));
    }

    @Test
    void theWholeNameGoesBeforeTheWordBeforeItsBeginningBeforeAnotherFormOfIt() {
        shelf.add(1, List.of(text("Калина", UK)), List.of());
        shelf.add(1, List.of(text("Місто Калина", UK)), List.of());
        shelf.add(1, List.of(text("Калинарія", UK)), List.of());
        shelf.add(1, List.of(text("Друзі Калини", UK)), List.of());
        shelf.add(1_000_000, List.of(text("Ліцей", UK)), List.of(text("Калина", UK)));
        assertThat(shelf.find("Калина"))
                .isEqualTo(List.of("Калина", "Місто Калина", "Калинарія", "Друзі Калини", "Ліцей"));
    }

    @Test
    void ofEqualsTheOneWithMorePeopleGoesFirst() {
        shelf.add(1_000, List.of(text("Миколаївська", UK)), List.of(), "1");
        shelf.add(400_000, List.of(text("Миколаївська", UK)), List.of(), "2");
        UUID large = shelf.add(500_000, List.of(text("Миколаївська", UK)), List.of(), "3");
        assertThat(shelf.ids("миколаївська", UK, Leniency.NONE, java.util.Set.of(SeenBy.ANYONE), 3))
                .first()
                .isEqualTo(large);
    }

    @Test
    void theReadersLanguageGoesFirst() {
        shelf.add(1, List.of(text("Мирна", SR)), List.of(), "sr");
        shelf.add(1, List.of(text("Мирна", UK)), List.of(), "uk");
        UUID serbian = id("Мирна", SR, "sr");
        UUID ukrainian = id("Мирна", UK, "uk");
        assertThat(shelf.ids("мирна", SR, Leniency.NONE, java.util.Set.of(SeenBy.ANYONE), 2))
                .isEqualTo(List.of(serbian, ukrainian));
        assertThat(shelf.ids("мирна", UK, Leniency.NONE, java.util.Set.of(SeenBy.ANYONE), 2))
                .isEqualTo(List.of(ukrainian, serbian));
    }

    private static UUID id(String name, org.glasnik.platform.Language language, String key) {
        return UUID.nameUUIDFromBytes(
                (List.of(text(name, language)) + key).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*:*",
                "name:*",
                "AND",
                "OR NOT",
                "(",
                "\"",
                "[a TO z]",
                "/.*/",
                "~",
                "вінницька~2^9",
                "\\",
                "***",
                "",
                " ",
                "\0",
                "a\u0301\u0301",
                "\uD800",
                "ьъ",
                "🙂",
                "+-!(){}[]^\"~*?:\\/",
                "%",
                "_",
                "''",
                "’"
            })
    void oddInputIsJustWords(String typed) {
        for (Leniency leniency : Leniency.values()) {
            assertThat(shelf.find(typed, UK, leniency, 10)).hasSizeLessThan(7);
        }
    }

    @Test
    void signsOfQueryLanguagesHaveNoMeaning() {
        assertThat(shelf.find("*:*")).isEmpty();
        assertThat(shelf.find("Ниш OR Житомирська")).isEmpty();
        assertThat(shelf.find("/Н.*ш/")).isEmpty();
        assertThat(shelf.find("Н?ш")).isEmpty();
        assertThat(shelf.find("\"Ниш\"")).isEqualTo(List.of("Ниш"));
        assertThat(shelf.find("(Ниш) *")).isEqualTo(List.of("Ниш"));
    }

    @Test
    void aLongTextIsCut() {
        Asked asked = Asked.of("вінницька ".repeat(1000) + "я".repeat(5000), UK, new Stems());
        assertThat(asked.text()).hasSize(199);
        assertThat(asked.words()).hasSize(10);
        assertThat(Asked.of("я".repeat(5000), UK, new Stems())
                        .words()
                        .getFirst()
                        .text())
                .hasSize(60);
        assertThat(shelf.find("я".repeat(5000), UK, Leniency.TWO_SLIPS, 10)).isEmpty();
    }

    @Test
    void whatOthersMayFindIsNotProposed() {
        BodyId body = new BodyId(new UUID(1, 2));
        UUID id = new UUID(7, 7);
        shelf.put(new SearchDocument(
                id,
                List.of(text("Ян Прихований", null)),
                List.of(),
                List.of("yan@x.example"),
                java.util.Set.of(SeenBy.organisersOf(body), SeenBy.OPERATOR),
                0));
        for (String typed : List.of("прихований", "yan@x.example", "ян", "прихованого", "п")) {
            for (SeenBy who : List.of(SeenBy.organisersOf(body), SeenBy.OPERATOR)) {
                assertThat(shelf.ids(typed, UK, Leniency.NONE, java.util.Set.of(who), 10))
                        .as(typed)
                        .isEqualTo(List.of(id));
            }
            for (SeenBy who : List.of(SeenBy.ANYONE, SeenBy.membersOf(body), SeenBy.organisersOf(new BodyId(id)))) {
                assertThat(shelf.ids(typed, UK, Leniency.TWO_SLIPS, java.util.Set.of(who), 10))
                        .doesNotContain(id);
            }
        }
    }
}
