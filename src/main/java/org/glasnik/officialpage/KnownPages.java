package org.glasnik.officialpage;

import java.util.Map;
import java.util.Optional;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.pageaddress.Platform;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;

/** What a record is held against before it is taken. */
interface KnownPages {
    /** The body of a code, if the viewer may change its pages. */
    Optional<BodyId> body(String code);

    /** The page that has an address now. */
    Optional<PageId> holder(Platform platform, String key, @Nullable PageId except);

    /** Who may be named for pages of a body, id to name. */
    Map<PersonId, String> choice(BodyId body);

    /** Asks the register for one record. */
    record Asked(Pages pages, PagePeople people, Viewer viewer, Language reader) implements KnownPages {
        @Override
        public Optional<BodyId> body(String code) {
            return pages.changeableBody(code, viewer);
        }

        @Override
        public Optional<PageId> holder(Platform platform, String key, @Nullable PageId except) {
            return pages.holder(platform, key, except);
        }

        @Override
        public Map<PersonId, String> choice(BodyId body) {
            return people.choice(body, reader);
        }
    }
}
