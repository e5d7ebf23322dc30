package org.glasnik.namematch;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.registry.BodyKind;
import org.glasnik.testing.SharedData;
import org.junit.jupiter.api.Test;

/** British authorities by the shorter and other names that people give them, living and ended ones among each other. */
class UkAuthoritiesTest {

    private static BodyId id(String code) {
        return new BodyId(UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void otherNamesOfCouncilsAreNeverSilentlyWrong() throws Exception {
        Path file = SharedData.file("authorities/uk_local_authorities_future.csv");
        List<NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
            rows = reader.stream().toList();
        }
        List<NamedBody> bodies = rows.stream()
                .map(row -> new NamedBody(
                        id(row.getField("local-authority-code")),
                        row.getField("local-authority-code"),
                        BodyKind.COUNCIL,
                        null,
                        List.of(new NamedBody.Name(row.getField("official-name"), false)),
                        !row.getField("current-authority").equals("True"),
                        row.getField("replaced-by").isEmpty() ? List.of() : List.of(id(row.getField("replaced-by")))))
                .toList();
        Map<BodyId, NamedBody> byId = new HashMap<>();
        bodies.forEach(body -> byId.put(body.id(), body));
        NameIndex index = NameIndex.of(bodies, GenericWords.own());
        Map<String, Integer> counts = new TreeMap<>();
        List<String> silentlyWrong = new ArrayList<>();
        int first = 0;
        for (NamedCsvRecord row : rows) {
            String code = row.getField("local-authority-code");
            Found found = index.match(new NameLine(row.getField("nice-name"), List.of()));
            counts.merge(found.verdict().tag(), 1, Integer::sum);
            String answer = found.candidates().isEmpty()
                    ? ""
                    : byId.get(found.candidates().getFirst().body()).code();
            first += answer.equals(code) ? 1 : 0;
            if (found.verdict() == Verdict.EXACT && !answer.equals(code)) {
                silentlyWrong.add(row.getField("nice-name") + " of " + code + " taken for " + answer);
            }
        }
        System.out.printf(
                "%d British authorities by their nice names: %s, right one first %d, silently wrong %s%n",
                rows.size(), counts, first, silentlyWrong);
        assertThat(silentlyWrong).isEmpty();
        assertThat(first).isGreaterThan(rows.size() * 9 / 10);
    }
}
