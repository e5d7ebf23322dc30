package org.glasnik.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {
    @ParameterizedTest
    @CsvSource({
        "Niš, nis",
        "Ниш, nis",
        "NIS, nis",
        "Ђурђево, durdevo",
        "Đurđevo, durdevo",
        "Вiйтовецька, viitovecka",
        "Війтовецька, viitovecka",
        "Вінниця, vinnicja",
        "Винница, vinnica",
        "Щорс, scors",
        "Їжакевич, izakevic",
        "Тридев’ятська, tridevjatska",
        "Ёлкино, elkino",
        "Мёдвежий, medvezii",
        "Straße, strasse",
        "Žabljak, zabljak",
        "Жабљак, zabljak",
        "Dževad, dzevad",
        "Џевад, dzevad",
    })
    void aWordAndItsOtherSpellingsFoldToOne(String word, String folded) {
        assertThat(Fold.word(word)).isEqualTo(folded);
    }

    @Test
    void aTextFoldsWordByWord() {
        assertThat(Fold.of(" Івано-Франківська  м. «Школа № 5» м’яч ")).isEqualTo("ivano frankivska m skola 5 mjac");
        assertThat(Fold.of("***\0")).isEmpty();
        assertThat(Fold.of("ьъ")).isEmpty();
    }

    @Test
    void wordsAreKnownByTheirPlaces() {
        assertThat(Fold.words("Кам’янець-Подільська №5"))
                .isEqualTo(List.of(
                        new Fold.Word("Кам’янець", 0, 9),
                        new Fold.Word("Подільська", 10, 20),
                        new Fold.Word("5", 22, 23)));
    }

    @ParameterizedTest
    @CsvSource({
        "Vinnytsia, Вінниця",
        "Zhytomyr, Житомир",
        "Kharkiv, Харків",
        "Chernihiv, Чернігів",
        "Kyiv, Київ",
        "Khmelnytskyi, Хмельницький",
        "Adygeya, Адыгея",
        "Harkov, Харков",
        "Djurdjevo, Ђурђево",
        "Nis, Ниш",
    })
    void aRomanisedNameStandsForItsCyrillicOneToo(String latin, String cyrillic) {
        assertThat(Fold.forms(latin)).contains(Fold.word(cyrillic));
    }

    @ParameterizedTest
    @CsvSource({
        "вороновицької, voronovick",
        "вороновицька, voronovick",
        "громадами, gromad",
        "Полтава, poltav",
        "Београда, beograd",
        "винницкого, vinnick",
        "општинама, opstin",
    })
    void theRootIsWhatCasesShare(String word, String root) {
        String folded = Fold.word(word);
        assertThat(Fold.root(folded)).isEqualTo(root);
    }

    @Test
    void aShortWordHasNoRoot() {
        assertThat(Fold.root("nisa")).isNull();
        assertThat(Fold.root("")).isNull();
        assertThat(Fold.root("nis")).isNull();
        assertThat(Fold.root("sumska")).isEqualTo("sumsk");
    }
}
