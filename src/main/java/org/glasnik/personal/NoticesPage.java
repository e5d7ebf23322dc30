package org.glasnik.personal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every controller of the installation, with how far its notice is. */
record NoticesPage(List<Row> rows) {
    /**
     * @param name of the organiser, empty for the installation
     * @param controller name of the controller, empty where none is named
     * @param number of the present version, null where there is none
     */
    record Row(
            String whose,
            String name,
            String controller,
            @Nullable Integer number,
            @Nullable Instant publishedAt,
            boolean draft) {}
}
