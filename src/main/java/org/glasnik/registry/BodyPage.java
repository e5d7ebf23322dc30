package org.glasnik.registry;

import java.util.List;
import org.glasnik.platform.Language;
import org.glasnik.platform.Part;
import org.jspecify.annotations.Nullable;

/**
 * @param others names in the other languages
 * @param jurisdiction its name
 * @param mayChange edit it
 * @param mayDelete put it into the bin
 * @param maySeeDeeds read what was done to it
 */
record BodyPage(
        Body body,
        List<OtherName> others,
        BodyRecords.Neighbours around,
        @Nullable String jurisdiction,
        List<Part> panels,
        boolean mayChange,
        boolean mayDelete,
        boolean maySeeDeeds) {
    /** A name in a language that is not the reader's. */
    record OtherName(Language language, String text) {}
}
