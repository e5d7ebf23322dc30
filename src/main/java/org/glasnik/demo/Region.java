package org.glasnik.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnik.access.BodyId;
import org.glasnik.registry.Bodies;
import org.glasnik.registry.BodyDetails;
import org.glasnik.registry.BodyKind;
import org.glasnik.registry.EarlierYears;
import org.glasnik.registry.Jurisdiction;
import org.glasnik.registry.Jurisdictions;
import org.springframework.stereotype.Component;

/** The invented region: some 200 bodies of an invented country. */
@Component
class Region {
    /** Organisers are told apart by their colour. */
    private static final Map<String, Integer> HUES = Map.of("CN-00-002", 187, "CN-00-003", 320, "UZ-00-004", 28);

    private static final int HUE = 187;

    /** Of the codes that ISO 3166 leaves free. */
    static final String JURISDICTION = "XV";

    private final Bodies bodies;
    private final EarlierYears earlier;
    private final Jurisdictions jurisdictions;

    Region(Bodies bodies, EarlierYears earlier, Jurisdictions jurisdictions) {
        this.bodies = bodies;
        this.earlier = earlier;
        this.jurisdictions = jurisdictions;
    }

    boolean empty() {
        return bodies.byCode("CN-00-002").isEmpty();
    }

    /** Parents stand before their children in the file. */
    Map<String, BodyId> add() {
        jurisdictions.put(new Jurisdiction(
                JURISDICTION, "Вигадана країна", "Измишљена земља", "Вымышленная страна", "The Invented Country"));
        Map<String, NamedCsvRecord> former = Csv.rows("former_names.csv").stream()
                .collect(Collectors.toMap(row -> row.getField("code"), row -> row));
        Map<String, BodyId> byCode = new HashMap<>();
        for (NamedCsvRecord row : Csv.rows("bodies.csv")) {
            String code = row.getField("code");
            NamedCsvRecord then = former.get(code);
            BodyId body = bodies.add(details(row, then == null ? row : then, byCode));
            byCode.put(code, body);
            if (then != null) {
                earlier.renamed(
                        body,
                        details(row, row, byCode),
                        LocalDate.parse(then.getField("until")),
                        then.getField("basis"));
            }
        }
        for (NamedCsvRecord row : Csv.rows("ended_bodies.csv")) {
            earlier.merged(
                    details(row, row, byCode),
                    LocalDate.parse(row.getField("ended_on")),
                    row.getField("basis"),
                    Stream.of(row.getField("successors").split(" "))
                            .map(code -> Objects.requireNonNull(byCode.get(code)))
                            .collect(Collectors.toSet()));
        }
        return byCode;
    }

    private static BodyDetails details(NamedCsvRecord row, NamedCsvRecord names, Map<String, BodyId> byCode) {
        String code = row.getField("code");
        String population = row.findField("population").orElse("");
        return new BodyDetails(
                code,
                BodyKind.ofTag(row.getField("kind")).orElse(BodyKind.OTHER),
                byCode.get(row.getField("parent")),
                names.getField("name_uk"),
                names.getField("name_sr"),
                names.getField("name_ru"),
                names.getField("name_en"),
                population.isEmpty() ? null : Integer.valueOf(population),
                row.findField("site").orElse(""),
                row.findField("mail").orElse(""),
                Boolean.parseBoolean(row.findField("organising").orElse("false")),
                HUES.getOrDefault(code, HUE),
                null,
                JURISDICTION,
                List.of(),
                "",
                "",
                "",
                null);
    }
}
