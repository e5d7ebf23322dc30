package org.glasnik.pagecheck;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The answer.
 *
 * @param asked as it was typed
 * @param pages what the register has at the address or by the name; those that are official first
 * @param like official pages that the eye takes for what was asked
 * @param sites bodies in whose records the address stands as their site
 * @param host where an imitation really leads, null for other answers
 * @param imitated what it is meant to look like, null for other answers
 */
record Verdict(
        Kind kind,
        String asked,
        List<FoundPage> pages,
        List<FoundPage> like,
        List<FoundPages.SiteOf> sites,
        @Nullable String host,
        @Nullable String imitated) {
    /** Its words are {@code pagecheck.<tag>.*}. */
    enum Kind {
        /** Nothing was asked yet. */
        ASK,
        YES,
        /** A name alone, by which there are official pages: which of them is meant is not known. */
        NAMED,
        /** It was official and is no more. */
        WAS,
        NO,
        IMITATION,
        /** The address does not say whose page it is. */
        NOBODYS,
        /** No address and no name. */
        UNREADABLE;

        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Verdict of(Kind kind, String asked) {
        return new Verdict(kind, asked, List.of(), List.of(), List.of(), null, null);
    }

    static Verdict found(Kind kind, String asked, List<FoundPage> pages) {
        return new Verdict(kind, asked, pages, List.of(), List.of(), null, null);
    }

    /** Those that are official, or all that were where none is. */
    List<FoundPage> shown() {
        List<FoundPage> official = pages.stream().filter(FoundPage::official).toList();
        return official.isEmpty() ? pages : official;
    }
}
