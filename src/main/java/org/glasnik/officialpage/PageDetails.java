package org.glasnik.officialpage;

import java.time.LocalDate;
import org.glasnik.access.BodyId;
import org.glasnik.pageaddress.PageAddress;
import org.glasnik.pageaddress.Platform;
import org.jspecify.annotations.Nullable;

/**
 * What people write down of a page; the people behind it stand in {@link PagePeople}.
 *
 * @param at where it is
 * @param purpose what residents find there, empty where nobody has said
 * @param unit the part of the body that runs it, empty where nobody has said
 * @param languages BCP 47 tags with a comma and a space between them, empty where nobody has said
 * @param category null where nobody has said
 * @param openedOn null where unknown
 */
public record PageDetails(
        BodyId body,
        PageAddress at,
        String purpose,
        String unit,
        String languages,
        @Nullable PageCategory category,
        PageStatus status,
        @Nullable LocalDate openedOn) {
    /** The same as the account of deeds tells it. */
    record Said(
            BodyId body,
            Platform platform,
            String handle,
            String address,
            String purpose,
            String unit,
            String languages,
            @Nullable PageCategory pageCategory,
            PageStatus pageStatus,
            @Nullable LocalDate openedOn) {}

    Said said() {
        return new Said(
                body, at.platform(), at.handle(), at.address(), purpose, unit, languages, category, status, openedOn);
    }
}
