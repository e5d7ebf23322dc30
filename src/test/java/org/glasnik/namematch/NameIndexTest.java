package org.glasnik.namematch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.registry.BodyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small registers in which each rule shows. */
class NameIndexTest {
    private static BodyId id(String code) {
        return new BodyId(UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** "code kind parent name/name/~former", the parent - at the top; "code! …" has ended, "code!a,b" with successors. */
    private static NameIndex index(String... lines) {
        List<NamedBody> bodies = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split(" ", 4);
            String[] code = parts[0].split("!", 2);
            bodies.add(new NamedBody(
                    id(code[0]),
                    code[0],
                    BodyKind.ofTag(parts[1]).orElseThrow(),
                    parts[2].equals("-") ? null : id(parts[2]),
                    Arrays.stream(parts[3].split("/"))
                            .map(name -> new NamedBody.Name(name.replace("~", ""), name.startsWith("~")))
                            .toList(),
                    code.length > 1,
                    code.length < 2 || code[1].isEmpty()
                            ? List.of()
                            : Arrays.stream(code[1].split(","))
                                    .map(NameIndexTest::id)
                                    .toList()));
        }
        return NameIndex.of(bodies, GenericWords.own());
    }

    private static final NameIndex REGISTER = index(
            "O1 oblast - Вінницька/Винницкая",
            "R1 district O1 Вінницький",
            "R2 district O1 Гайсинський",
            "H1 hromada R1 Вінницька",
            "H2 hromada R2 Бершадська/Bershad",
            "H3 hromada R1 Покровська",
            "H4 hromada R2 Покровська",
            "H5 hromada R1 Слов’янська",
            "H6 hromada R2 Вiйтовецька",
            "H7 hromada R2 Звягельська/~Новоград-Волинська",
            "H8 hromada R2 Руськополянська",
            "H9 hromada R1 Дунаєвецька міська територіальна громада",
            "HA hromada R1 Дунаєвецька сільська територіальна громада",
            "N1 municipality - Ниш/Niš",
            "N2 municipality - Аранђеловац/Aranđelovac",
            "N3 municipality - Стари град/Stari grad",
            "N4 municipality - Нови Сад/Novi Sad",
            "C1 council - Armagh City, Banbridge and Craigavon Borough Council",
            "C2 council - Bath and North East Somerset Council",
            "C3 council - City of London",
            "C4 council - City of Bristol",
            "E1!C9 council - Aylesbury Vale District Council",
            "C9 council - Buckinghamshire Council",
            "X1 clinic R1 Гайсинська лікарня");

    /** The verdict and the codes in their order. */
    private static String match(NameIndex index, String name, String... context) {
        Found found = index.match(new NameLine(name, List.of(context)));
        StringBuilder told = new StringBuilder(found.verdict().tag());
        found.candidates()
                .forEach(c -> told.append(' ').append(index.body(c.body()).code()));
        return told.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Бершадська територіальна громада                    | exact H2",
                "БЕРШАДСЬКА  ТГ                                      | exact H2",
                "м. Бершадь та Бершадська територіальна громада      | exact H2",
                "Бершадська міська рада                              | exact H2",
                "Bershad hromada                                     | exact H2",
                "Вінницька територіальна громада                     | exact H1",
                "Вінницька область                                   | exact O1",
                "Винницкая область                                   | exact O1",
                "Вінницький район                                    | exact R1",
                "Слов'янська                                         | exact H5",
                "Словʼянська громада                                 | exact H5",
                "Війтовецька                                         | exact H6",
                "Бeршaдська                                          | exact H2",
                "Новоград-Волинська                                  | exact H7",
                "Ниш                                                 | exact N1",
                "Niš                                                 | exact N1",
                "Grad Niš                                            | exact N1",
                "Општина Стари град                                  | exact N3",
                "Armagh City, Banbridge and Craigavon                | exact C1",
                "City of Bristol Council                             | exact C4",
                "Bristol                                             | exact C4",
                "Покровська (Гайсинський район)                      | exact H4",
                "Покровська громада, Вінницький р-н, Вінницька обл.  | exact H3",
                "Дунаєвецька міська громада                          | exact H9",
            })
    void whatIsEqualAndUniqueIsExact(String name, String expected) {
        assertThat(match(REGISTER, name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Two of one name, and a name of two kinds.
                "Покровська територіальна громада    | ambiguous H3 H4",
                "Вінницька                           | ambiguous H1 O1 R1",
                "Дунаєвецька громада                 | ambiguous H9 HA",
                // Signs above letters, hyphens, letters, endings.
                "Nis                                 | likely N1",
                "Arandjelovac                        | likely N2",
                "Русько-Полянська                    | likely H8",
                "Бершадьська                         | likely H2",
                "Бершаська                           | likely H2",
                "Бершадь                             | likely H2",
                "Bath and North East Somerst Council | likely C2",
                // A word like "grad" is a part of some names.
                "Нови                                | none",
                "Стари                               | none",
                "London                              | exact C3",
                // What is nowhere.
                "Тернопільська територіальна громада | none",
                "громада                             | none",
                "м. та                               | none",
            })
    void whatIsNotEqualIsLeftToPeople(String name, String expected) {
        String told = match(REGISTER, name);
        assertThat(expected.equals("none") ? told.replaceFirst(" .*", "") : told)
                .isEqualTo(expected);
    }

    @Test
    void aPlaceDecidesBetweenNamesakes() {
        assertThat(match(REGISTER, "Покровська територіальна громада", "Вінницька область", "Гайсинський район"))
                .isEqualTo("exact H4");
        assertThat(match(REGISTER, "Покровська", "", "Вінницький")).isEqualTo("exact H3");
        assertThat(match(REGISTER, "Покровська", "Вінницька область")).isEqualTo("ambiguous H3 H4");
    }

    /** A renamed district is only unknown: it forbids nothing, and makes nothing certain. */
    @Test
    void aPlaceThatTheRegisterDoesNotKnowOnlyTakesCertaintyAway() {
        assertThat(match(REGISTER, "Бершадська", "Вінницька область", "Бершадський район"))
                .isEqualTo("likely H2");
        assertThat(match(REGISTER, "Покровська", "Вінницька область", "Бершадський район"))
                .isEqualTo("ambiguous H3 H4");
    }

    @Test
    void aPlaceThatIsAnotherSpeaksAgainst() {
        assertThat(match(REGISTER, "Бершадська", "Вінницька область", "Вінницький район"))
                .isEqualTo("likely H2");
        NameIndex two = index(
                "O1 oblast - Вінницька",
                "O2 oblast - Сумська",
                "H1 hromada O1 Краснопільська",
                "H2 hromada O2 Лебединська");
        assertThat(match(two, "Краснопільська громада", "Сумська область")).isEqualTo("likely H1");
        assertThat(match(two, "Лебединська громада", "Сумська область")).isEqualTo("exact H2");
    }

    @Test
    void aBodyThatHasEndedIsOfferedWithItsSuccessors() {
        assertThat(match(REGISTER, "Aylesbury Vale")).isEqualTo("likely E1 C9");
        assertThat(REGISTER.match(new NameLine("Aylesbury Vale", List.of()))
                        .candidates()
                        .getFirst()
                        .reasons())
                .isEqualTo(List.of(Reason.of(Reason.What.EQUAL), Reason.of(Reason.What.ENDED)));
    }

    /** The living one of the same name is first, but a person says so. */
    @Test
    void anEndedNamesakeTakesCertaintyAway() {
        NameIndex two = index("C1! council - Dorset Council", "C2 council - Dorset Council");
        assertThat(match(two, "Dorset Council")).isEqualTo("likely C2 C1");
    }

    @Test
    void aFormerNameThatAnotherBearsNowIsAmbiguous() {
        NameIndex two = index("H1 hromada - Ясна/~Темна", "H2 hromada - Темна");
        assertThat(match(two, "Темна громада")).isEqualTo("ambiguous H2 H1");
        assertThat(match(two, "Ясна громада")).isEqualTo("exact H1");
    }

    @Test
    void anotherKindIsNeverCertain() {
        assertThat(match(REGISTER, "Гайсинська лікарня область")).isEqualTo("likely X1");
        assertThat(match(REGISTER, "Бершадська область")).isEqualTo("likely H2");
    }

    @Test
    void lettersAreCountedAsSlipsAreMade() {
        assertThat(Distance.between("бершадська", "бершадська", 3)).isZero();
        assertThat(Distance.between("бершадська", "бершдаська", 3)).isEqualTo(1);
        assertThat(Distance.between("бершадська", "бешадська", 3)).isEqualTo(1);
        assertThat(Distance.between("бершадська", "вершадьська", 3)).isEqualTo(2);
        assertThat(Distance.between("", "абв", 3)).isEqualTo(3);
        assertThat(Distance.between("аааааа", "бббббб", 3)).isEqualTo(4);
    }

    @Test
    void wordsOfTheListAreReadAndFaultsInItAreFound() {
        GenericWords words = GenericWords.of("# comment\nhromada | _ громада\ntype | _ міська\n");
        assertThat(words.bare("барська міська громада").name()).isEqualTo("барська");
        assertThat(words.bare("барська міська").name()).isEqualTo("барська міська");
        assertThat(words.bare("громада").name()).isEqualTo("громада");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> GenericWords.of("village | _ село"))
                .isInstanceOf(IllegalArgumentException.class);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> GenericWords.of("hromada | громада"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
