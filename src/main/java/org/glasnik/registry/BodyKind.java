package org.glasnik.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What sort of authority a body is. Its words are {@code registry.kind.<tag>}. */
public enum BodyKind {
    HROMADA,
    MUNICIPALITY,
    CITY,
    COUNCIL,
    DISTRICT,
    COUNTY,
    OBLAST,
    MINISTRY,
    AGENCY,
    ASSOCIATION,
    CENTRE,
    POLICE,
    EMERGENCY,
    MIGRATION,
    HOSPITAL,
    CLINIC,
    SCHOOL,
    CULTURE,
    TRANSPORT,
    ENTERPRISE,
    OTHER;

    /** As in the database and in addresses. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<BodyKind> ofTag(@Nullable String tag) {
        return Arrays.stream(values()).filter(k -> k.tag().equals(tag)).findFirst();
    }
}
