package org.glasnik.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glasnik.access.BodyId;
import org.glasnik.registry.Bodies;
import org.glasnik.registry.BodyDetails;
import org.glasnik.registry.BodyKind;
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
    private final Jurisdictions jurisdictions;

    Region(Bodies bodies, Jurisdictions jurisdictions) {
        this.bodies = bodies;
        this.jurisdictions = jurisdictions;
    }

    boolean empty() {
        return bodies.byCode("CN-00-002").isEmpty();
    }

    /** Parents stand before their children in the file. */
    Map<String, BodyId> add() {
        jurisdictions.put(new Jurisdiction(
                JURISDICTION, "Вигадана країна", "Измишљена земља", "Вымышленная страна", "The Invented Country"));
        Map<String, BodyId> byCode = new HashMap<>();
        for (NamedCsvRecord row : Csv.rows("bodies.csv")) {
            String code = row.getField("code");
            String population = row.getField("population");
            byCode.put(
                    code,
                    bodies.add(new BodyDetails(
                            code,
                            BodyKind.ofTag(row.getField("kind")).orElse(BodyKind.OTHER),
                            byCode.get(row.getField("parent")),
                            row.getField("name_uk"),
                            row.getField("name_sr"),
                            row.getField("name_ru"),
                            row.getField("name_en"),
                            population.isEmpty() ? null : Integer.valueOf(population),
                            row.getField("site"),
                            row.getField("mail"),
                            Boolean.parseBoolean(row.getField("organising")),
                            HUES.getOrDefault(code, HUE),
                            null,
                            JURISDICTION,
                            List.of(),
                            "",
                            "",
                            "",
                            null)));
        }
        return byCode;
    }
}
