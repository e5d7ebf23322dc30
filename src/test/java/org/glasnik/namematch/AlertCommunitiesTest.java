package org.glasnik.namematch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.registry.BodyKind;
import org.glasnik.testing.SharedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The 1,458 community names of an air raid service against the 1,772 hromadas of the classifier. What is right is said here
 * and not by the matcher: by the literal adjective within its raion, or by a table made by hand from the classifier.
 */
class AlertCommunitiesTest {

    /** Names that stand otherwise in the classifier, looked up in it by hand: oblast, name as given, code. */
    private static final String BY_HAND = """
            Волинська|м. Володимир та Володимир-Волинська територіальна громада|UA07020010000096841
            Волинська|Затурцівська територіальна громада|UA07020030000052032
            Волинська|Зимнівська територіальна громада|UA07020050000082369
            Волинська|Іваничівська територіальна громада|UA07020070000082628
            Волинська|Литовезька територіальна громада|UA07020090000019505
            Волинська|Локачинська територіальна громада|UA07020110000037373
            Волинська|м. Нововолинськ та Нововолинська територіальна громада|UA07020130000036300
            Волинська|Оваднівська територіальна громада|UA07020150000092012
            Волинська|Павлівська територіальна громада|UA07020170000049971
            Волинська|Поромівська територіальна громада|UA07020190000043658
            Волинська|Устилузька територіальна громада|UA07020210000033081
            Донецька|Харцизьк міська громада|UA14080090000014360
            Житомирська|Райгородська територіальна громада|UA18020110000026941
            Житомирська|Баранівська територіальна громада|UA18080010000090720
            Житомирська|Барашівська територіальна громада|UA18080030000019784
            Житомирська|Брониківська територіальна громада|UA18080050000083590
            Житомирська|Городницька територіальна громада|UA18080070000029133
            Житомирська|Довбиська територіальна громада|UA18080090000055832
            Житомирська|Дубрівська територіальна громада|UA18080110000095378
            Житомирська|Ємільчинська територіальна громада|UA18080130000032098
            Житомирська|м. Новоград-Волинський та Новоград-Волинська територіальна громада|UA18080150000022496
            Житомирська|Піщівська територіальна громада|UA18080170000023999
            Житомирська|Стриївська територіальна громада|UA18080190000029932
            Житомирська|Чижівська територіальна громада|UA18080210000038722
            Житомирська|Ярунська територіальна громада|UA18080230000071226
            Закарпатська|Дубриницько-Малоберезня територіальна громада|UA21100070000018509
            Київська|Гостомелська територіальна громада|UA32080110000056605
            Львівська|Новояворівськ територіальна громада|UA46140050000054478
            Одеська|Криниченська територіальна громада|UA51060110000077844
            Полтавська|Диканьська територіальна громада|UA53080050000011754
            Хмельницька|Війтовецька територіальна громада|UA68040030000027335
            Хмельницька|Слобідсько-Кульчієвецьк територіальна громада|UA68020230000069135
            Черкаська|м. Монастирище та Монастрищенська територіальна громада|UA71060170000092613
            Черкаська|Русько-Полянська територіальна громада|UA71080350000033809
            Чернівецька|Веренчацька територіальна громада|UA73060070000082869
            Чернівецька|Карапачівська територіальна громада|UA73060270000016588
            """;

    /** Two hromadas of one name in one raion, which nothing in the classifier's file tells apart: a person has to. */
    private static final Map<String, Set<String>> TWINS = Map.of(
            "Дніпропетровська|Нікопольський|Покровська територіальна громада",
                    Set.of("UA12080090000039979", "UA12080110000055958"),
            "Дніпропетровська|Нікопольський|м. Покров та Покровська територіальна громада",
                    Set.of("UA12080090000039979", "UA12080110000055958"),
            "Одеська|Одеський|Чорноморська територіальна громада", Set.of("UA51100370000040590", "UA51100390000087217"),
            "Одеська|Одеський|м. Чорноморськ та Чорноморська територіальна громада",
                    Set.of("UA51100370000040590", "UA51100390000087217"),
            "Сумська|Сумський|Миколаївська сільська територіальна громада",
                    Set.of("UA59080130000022249", "UA59080150000013842"),
            "Сумська|Сумський|Миколаївська селищна територіальна громада",
                    Set.of("UA59080130000022249", "UA59080150000013842"));

    record Hromada(String code, String adjective, String raionCode, String raion, String oblastCode, String oblast) {}

    record Community(String state, String district, String name) {
        NameLine line() {
            return new NameLine(name, List.of(state, district));
        }

        String key() {
            return state.replace(" область", "") + "|" + name;
        }
    }

    private static List<Hromada> hromadas;
    private static List<Community> communities;

    @BeforeAll
    static void read() throws IOException {
        hromadas = Files.readAllLines(SharedData.file("authorities/ua_hromadas_katottg.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(c -> new Hromada(c[0], c[1], c[2], c[3], c[4], c[5]))
                .toList();
        communities = new ArrayList<>();
        JsonNode all = JsonMapper.builder()
                .build()
                .readTree(Files.readString(SharedData.file("authorities/ua_alert_communities.json")));
        all.get("states")
                .forEach(state -> state.path("districts")
                        .forEach(district -> district.path("communities")
                                .forEach(community -> communities.add(new Community(
                                        state.get("stateName").stringValue(),
                                        district.get("districtName").stringValue(),
                                        community.get("communityName").stringValue())))));
    }

    private static BodyId id(String code) {
        return new BodyId(UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** Regions and districts stand in the register too, and some have the names of hromadas. */
    static List<NamedBody> register(List<Hromada> hromadas) {
        Map<String, NamedBody> bodies = new LinkedHashMap<>();
        for (Hromada h : hromadas) {
            bodies.putIfAbsent(h.oblastCode, body(h.oblastCode, BodyKind.OBLAST, null, h.oblast));
            bodies.putIfAbsent(h.raionCode, body(h.raionCode, BodyKind.DISTRICT, h.oblastCode, h.raion));
            bodies.put(h.code, body(h.code, BodyKind.HROMADA, h.raionCode, h.adjective));
        }
        return List.copyOf(bodies.values());
    }

    private static NamedBody body(String code, BodyKind kind, String parent, String name) {
        return new NamedBody(
                id(code),
                code,
                kind,
                parent == null ? null : id(parent),
                List.of(new NamedBody.Name(name, false)),
                false,
                List.of());
    }

    private static String apostrophes(String text) {
        return text.replaceAll("[’ʼ`]", "'");
    }

    private static String adjective(String name) {
        return apostrophes(name)
                .replaceFirst(" (територіальна|міська|селищна|сільська) громада$", "")
                .replaceFirst("^м\\. .* та ", "");
    }

    /** Codes that are right for a community: one, two twins, or none. */
    private static Set<String> truth(
            Community community, Map<String, List<Hromada>> byPlace, Map<String, String> byHand) {
        String inDistrict = community.key().replace("|", "|" + community.district.replace(" район", "") + "|");
        if (TWINS.containsKey(inDistrict)) {
            return TWINS.get(inDistrict);
        }
        if (byHand.containsKey(community.key())) {
            return Set.of(byHand.get(community.key()));
        }
        List<Hromada> literal = byPlace.getOrDefault(
                apostrophes(community.state.replace(" область", "") + "|" + community.district.replace(" район", ""))
                        + "|" + adjective(community.name),
                List.of());
        assertThat(literal).as(community.toString()).hasSize(1);
        return Set.of(literal.getFirst().code);
    }

    @Test
    void nearlyAllAreRightAndNoneIsSilentlyWrong() {
        Map<String, List<Hromada>> byPlace = new HashMap<>();
        hromadas.forEach(h -> byPlace.computeIfAbsent(
                        apostrophes(h.oblast + "|" + h.raion + "|" + h.adjective), k -> new ArrayList<>())
                .add(h));
        Map<String, String> byHand = new HashMap<>();
        BY_HAND.lines().map(line -> line.split("\\|")).forEach(c -> byHand.put(c[0] + "|" + c[1], c[2]));

        long start = System.nanoTime();
        NameIndex index = NameIndex.of(register(hromadas), GenericWords.own());
        List<Found> found = communities.stream().map(c -> index.match(c.line())).toList();
        double seconds = (System.nanoTime() - start) / 1e9;

        Map<String, Integer> counts = new TreeMap<>();
        List<String> silentlyWrong = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int right = 0;
        for (int i = 0; i < communities.size(); i++) {
            Set<String> truth = truth(communities.get(i), byPlace, byHand);
            Verdict verdict = found.get(i).verdict();
            BodyId first = found.get(i).candidates().isEmpty()
                    ? null
                    : found.get(i).candidates().getFirst().body();
            boolean isRight = truth.size() == 1 && id(truth.iterator().next()).equals(first);
            counts.merge(verdict.tag(), 1, Integer::sum);
            if (verdict == Verdict.EXACT && !isRight) {
                silentlyWrong.add(communities.get(i) + " " + found.get(i));
            }
            if (isRight && (verdict == Verdict.EXACT || verdict == Verdict.LIKELY)) {
                right++;
            } else {
                open.add(verdict.tag() + " " + communities.get(i).name);
            }
        }
        System.out.printf(
                "%d names against %d hromadas in %.2f s: %s, right or first likely %d, silently wrong %d; left to people: %s%n",
                communities.size(), hromadas.size(), seconds, counts, right, silentlyWrong.size(), open);
        assertThat(silentlyWrong).isEmpty();
        assertThat(right).isGreaterThanOrEqualTo(1_440);
        assertThat(open).allMatch(line -> line.startsWith("ambiguous "));
        assertThat(seconds).isLessThan(5);
    }

    /** The control: what comes of it without any of this. */
    @Test
    void theNaiveRuleFindsFewer() {
        Map<String, List<String>> byName = new HashMap<>();
        hromadas.forEach(h -> byName.computeIfAbsent(h.oblast + "|" + h.adjective, k -> new ArrayList<>())
                .add(h.code));
        Map<String, Long> counts = new TreeMap<>();
        for (Community c : communities) {
            String oblast = c.state.replace(" область", "") + "|";
            String suffixOff = c.name.replace(" територіальна громада", "");
            String townOff = suffixOff.replaceFirst("^м\\. .* та ", "");
            counts.merge("1 suffix off, one in the oblast", one(byName, oblast + suffixOff), Long::sum);
            counts.merge("2 town off too, one in the oblast", one(byName, oblast + townOff), Long::sum);
            counts.merge(
                    "3 apostrophes made equal too, any in the oblast",
                    0L + (byName.containsKey(oblast + apostrophes(townOff)) ? 1 : 0),
                    Long::sum);
        }
        System.out.println("Naive rules of " + communities.size() + ": " + counts);
        assertThat(counts.values()).allMatch(n -> n < 1_440);
    }

    private static long one(Map<String, List<String>> byName, String name) {
        return byName.getOrDefault(name, List.of()).size() == 1 ? 1 : 0;
    }

    /**
     * No hromada of its own region is there: the names of others must not be taken for it. The control: many of them are
     * there, and whoever took the nearest one would be wrong each time.
     */
    @Test
    void whatTheRegisterLacksIsNeverSilentlyAnother() {
        List<String> wrong = new ArrayList<>();
        int namesakes = 0;
        for (String oblast : Set.of("Вінницька", "Сумська", "Одеська")) {
            List<NamedBody> bodies = register(hromadas).stream()
                    .filter(b -> b.kind() != BodyKind.HROMADA || !b.code().startsWith(codeOf(oblast)))
                    .toList();
            NameIndex index = NameIndex.of(bodies, GenericWords.own());
            for (Community community : communities) {
                if (community.state.startsWith(oblast)) {
                    Found found = index.match(community.line());
                    if (found.verdict() == Verdict.EXACT) {
                        wrong.add(community + " " + found);
                    }
                    namesakes += found.candidates().stream()
                                    .anyMatch(c -> c.reasons().contains(Reason.of(Reason.What.EQUAL)))
                            ? 1
                            : 0;
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(namesakes).isGreaterThan(20);
    }

    private static String codeOf(String oblast) {
        return hromadas.stream()
                .filter(h -> h.oblast.equals(oblast))
                .findFirst()
                .orElseThrow()
                .oblastCode
                .substring(0, 4);
    }
}
