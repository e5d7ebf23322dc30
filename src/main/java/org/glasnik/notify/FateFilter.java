package org.glasnik.notify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.glasnik.listing.ListRequest;
import org.glasnik.listing.ListShape;
import org.jspecify.annotations.Nullable;

/**
 * Which letters of the log are asked for.
 *
 * @param address a part of it
 * @param impossible a day that is none: then nothing matches
 */
record FateFilter(
        String state,
        String name,
        String address,
        @Nullable Instant from,
        @Nullable Instant until,
        boolean impossible) {
    static final ListShape SHAPE = ListShape.at("/operate/letters", "notify.outbox")
            .sorting("created", "subject", "address", "state")
            .filtering("state", "name", "address", "from", "to")
            .startingBy("-created");

    static FateFilter of(ListRequest request, ZoneId zone) {
        LocalDate from = day(request.filter("from"));
        LocalDate to = day(request.filter("to"));
        return new FateFilter(
                request.filter("state"),
                request.filter("name"),
                request.filter("address"),
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                from == null && !request.filter("from").isEmpty()
                        || to == null && !request.filter("to").isEmpty());
    }

    /** For ILIKE: what people type is no pattern. */
    String addressPattern() {
        return "%" + address.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
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
