package org.glasnik.platform;

import java.lang.reflect.RecordComponent;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record's components as named SQL parameters: ids unwrapped, enums by lower-case name, instants as
 * timestamptz, lists of texts as text[]. */
public final class Params {
    private Params() {}

    public static Map<String, @Nullable Object> of(Record record) {
        Map<String, @Nullable Object> all = new HashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                all.put(component.getName(), value(accessor.invoke(record)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return all;
    }

    /** One value as PostgreSQL's driver takes it. */
    public static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant at -> Timestamp.from(at);
            case Language language -> language.tag();
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            case ZoneId zone -> zone.getId();
            case List<?> texts -> texts.stream().map(Object::toString).toArray(String[]::new);
            case Record id
            when id.getClass().getRecordComponents().length == 1 ->
                of(id).values().iterator().next();
            default -> value;
        };
    }
}
