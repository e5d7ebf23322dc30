package org.glasnik.deed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One deed as it is read back.
 *
 * @param changes null where erasure has removed what the values were
 */
record RecordedDeed(
        UUID id,
        Instant at,
        @Nullable UUID actor,
        String verb,
        String kind,
        UUID object,
        @Nullable UUID body,
        @Nullable String changes) {
    record Change(
            String field, @Nullable String from, @Nullable String to) {}

    List<Change> changed() {
        if (changes == null) {
            return List.of();
        }
        Map<?, ?> fields = Deeds.JSON.readValue(changes, Map.class);
        return fields.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof List<?> both && both.size() == 2)
                .map(entry -> change(String.valueOf(entry.getKey()), (List<?>) entry.getValue()))
                .toList();
    }

    private static Change change(String field, List<?> both) {
        return new Change(field, text(both.get(0)), text(both.get(1)));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
