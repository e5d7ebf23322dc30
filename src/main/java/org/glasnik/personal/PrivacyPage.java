package org.glasnik.personal;

import java.time.Instant;
import java.util.List;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * @param organiser name of the organiser whose notice it is, empty for the installation's
 * @param number of the version shown, null while there is only the template
 * @param present address of the present version where an older one is shown, else null
 */
record PrivacyPage(
        String organiser,
        Controllership controller,
        @Nullable Integer number,
        @Nullable Instant publishedAt,
        @Nullable String present,
        Language language,
        List<NoticePart> parts,
        List<Version> versions,
        List<Other> others) {
    record Version(int number, Instant at, String href) {}

    /** Another controller. @param href its notice, null where it has none of its own */
    record Other(
            String name,
            Controllership controller,
            @Nullable String href) {}
}
