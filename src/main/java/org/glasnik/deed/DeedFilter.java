package org.glasnik.deed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.glasnik.listing.ListRequest;
import org.glasnik.listing.ListShape;
import org.jspecify.annotations.Nullable;

/**
 * Which deeds are asked for. Null is any; a value that cannot be one (no id, no day) matches nothing, so that a mistyped
 * address never shows more than was meant.
 *
 * @param from first instant, in the reader's zone
 * @param until first instant no more
 */
record DeedFilter(
        @Nullable String kind,
        @Nullable UUID object,
        @Nullable UUID actor,
        @Nullable String verb,
        @Nullable UUID body,
        @Nullable Instant from,
        @Nullable Instant until,
        boolean impossible) {
    static final ListShape SHAPE = ListShape.at("/deeds", "deed.list")
            .sorting("at")
            .showing("actor", "what", "changes")
            .filtering("kind", "object", "actor", "verb", "body", "from", "to")
            .startingBy("-at");

    static DeedFilter of(ListRequest request, ZoneId zone) {
        UUID object = id(request.filter("object"));
        UUID actor = id(request.filter("actor"));
        UUID body = id(request.filter("body"));
        LocalDate from = day(request.filter("from"));
        LocalDate to = day(request.filter("to"));
        boolean impossible = unread(request, "object", object)
                || unread(request, "actor", actor)
                || unread(request, "body", body)
                || unread(request, "from", from)
                || unread(request, "to", to);
        return new DeedFilter(
                word(request.filter("kind")),
                object,
                actor,
                word(request.filter("verb")),
                body,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                impossible);
    }

    /** Whether all that is asked for is the history of one object. */
    boolean ofOneObject() {
        return kind != null && object != null;
    }

    private static boolean unread(ListRequest request, String name, @Nullable Object read) {
        return read == null && !request.filter(name).isEmpty();
    }

    private static @Nullable String word(String posted) {
        return posted.isEmpty() ? null : posted;
    }

    private static @Nullable UUID id(String posted) {
        return posted.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(posted) : null;
    }

    /** Years of four figures: PostgreSQL's time ends before Java's does. */
    private static @Nullable LocalDate day(String posted) {
        try {
            return posted.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? LocalDate.parse(posted) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
