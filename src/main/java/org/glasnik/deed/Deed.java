package org.glasnik.deed;

import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One deed on its way into the account.
 *
 * @param verb what was done, such as {@code body.changed}; the text {@code deed.<verb>} says it in words
 * @param kind what it was done to: the noun of the module, such as {@code body}
 * @param object its id
 * @param body the body whose organisers may read the deed; null for the operator's eyes only
 * @param about the person whose values the changes hold, so that erasure finds them; null where there are none
 * @param changes field to what from and what to; the field's name is the text {@code deed.field.<kind>.<field>} or {@code
 *     deed.field.<field>}, and {@link FieldWords} says its values where they are codes
 */
public record Deed(
        String verb,
        String kind,
        UUID object,
        @Nullable BodyId body,
        @Nullable PersonId about,
        Map<String, Change> changes) {

    /** From what to what; null where there was or is nothing. */
    public record Change(@Nullable String from, @Nullable String to) {}

    public static Deed of(String verb, String kind, UUID object) {
        return new Deed(verb, kind, object, null, null, Map.of());
    }

    public Deed in(BodyId readers) {
        return new Deed(verb, kind, object, readers, about, changes);
    }

    public Deed about(PersonId person) {
        return new Deed(verb, kind, object, body, person, changes);
    }

    public Deed with(String field, @Nullable Object from, @Nullable Object to) {
        LinkedHashMap<String, Change> more = new LinkedHashMap<>(changes);
        more.put(field, new Change(text(from), text(to)));
        return new Deed(verb, kind, object, body, about, Collections.unmodifiableMap(more));
    }

    /** The components in which two records of one type differ. */
    public <R extends Record> Deed between(@Nullable R before, @Nullable R after) {
        Record given = Objects.requireNonNull(before != null ? before : after);
        Deed deed = this;
        for (RecordComponent component : given.getClass().getRecordComponents()) {
            Object from = read(component, before);
            Object to = read(component, after);
            if (!Objects.equals(from, to)) {
                deed = deed.with(component.getName(), from, to);
            }
        }
        return deed;
    }

    private static @Nullable Object read(RecordComponent component, @Nullable Record record) {
        if (record == null) {
            return null;
        }
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
