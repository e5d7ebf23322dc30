package org.glasnik.officialpage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * For how long a review of a page holds.
 *
 * @param jurisdiction where, null: wherever a jurisdiction has no term of its own
 * @param since the first day on which the term counts
 * @param basis the law or custom that says so
 * @param basisAddress where it can be read, empty where nobody has said
 * @param verifiedOn the day on which somebody last read the basis
 */
record Term(
        @Nullable String jurisdiction,
        int months,
        LocalDate since,
        String basis,
        String basisAddress,
        LocalDate verifiedOn,
        String note) {}
