package org.glasnik.officialpage;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page's own page.
 *
 * @param languages their names in the reader's language
 * @param behind null for those outside
 * @param lacks what it lacks, for those who may change it
 * @param proofs all of them, the latest first, for those who may change it
 * @param code that waits to be seen on the page, null where none does or the viewer may not change the page
 */
record ShownPage(
        Page page,
        LocalDate today,
        String languages,
        PagePeople.@Nullable Behind behind,
        List<Lack> lacks,
        List<Proofs.Kept> proofs,
        @Nullable String code,
        boolean maySeeDeeds) {
    boolean archived() {
        return page.details().status() == PageStatus.ARCHIVED;
    }

    boolean live() {
        return page.details().status() == PageStatus.LIVE;
    }
}
