package org.glasnik.pageduty;

import java.time.LocalDate;
import java.util.Arrays;
import org.glasnik.platform.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * A duty as the browser sends it; one law binds many kinds of bodies.
 *
 * @param kinds tags of the boxes that were ticked, with commas between them
 * @param since and verifiedOn ISO dates
 */
record DutyForm(
        @Nullable String jurisdiction,
        @Nullable String kinds,
        @Nullable String platform,
        @Nullable String since,
        @Nullable String basis,
        @Nullable String basisAddress,
        @Nullable String verifiedOn,
        @Nullable String note) {
    static DutyForm on(LocalDate today) {
        return new DutyForm(null, null, null, today.toString(), null, null, today.toString(), null);
    }

    static boolean ticked(@Nullable String posted, String value) {
        return Arrays.asList(FormErrors.shown(posted).split(",")).contains(value);
    }
}
