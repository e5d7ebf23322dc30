package org.glasnik.namematch;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.glasnik.access.BodyId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What stands in the columns of JSON. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private record StoredCandidate(UUID body, int score, List<StoredReason> reasons) {}

    private record StoredReason(String what, List<String> words) {}

    private Json() {}

    static List<String> texts(String json) {
        return MAPPER.readValue(json, new TypeReference<List<String>>() {});
    }

    static Object storable(List<Found.Candidate> candidates) {
        return candidates.stream()
                .map(c -> new StoredCandidate(
                        c.body().value(),
                        c.score(),
                        c.reasons().stream()
                                .map(r -> new StoredReason(r.what().tag(), r.words()))
                                .toList()))
                .toList();
    }

    static List<Found.Candidate> candidates(String json) {
        return MAPPER.readValue(json, new TypeReference<List<StoredCandidate>>() {}).stream()
                .map(c -> new Found.Candidate(
                        new BodyId(c.body()),
                        c.score(),
                        c.reasons().stream()
                                .map(r -> new Reason(
                                        Reason.What.valueOf(r.what()
                                                .toUpperCase(Locale.ROOT)
                                                .replace('-', '_')),
                                        r.words()))
                                .toList()))
                .toList();
    }
}
