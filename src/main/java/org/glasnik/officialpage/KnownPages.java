package org.glasnik.officialpage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.pageaddress.Platform;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;

/** What a record is held against before it is taken. */
interface KnownPages {
    /** Whether it was asked for by the form, which has all fields. */
    boolean form();

    /** The body of a code, if the viewer may change its pages. */
    Optional<BodyId> body(String code);

    /** The page that has an address now. */
    Optional<PageId> holder(Platform platform, String key, @Nullable PageId except);

    /** Who may be named for pages of a body, id to name. */
    Map<PersonId, String> choice(BodyId body);

    /** Asks the register for one record. */
    record Asked(Pages pages, PagePeople people, Viewer viewer, Language reader) implements KnownPages {
        @Override
        public boolean form() {
            return true;
        }

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

    /**
     * The register as the rows of an import at hand need it.
     *
     * @param stored pages that have these addresses now, by {@link PageBatches#key}
     * @param bodies whose pages the viewer may change, by code in lower case
     * @param people who may be named for pages of these bodies
     */
    record AtHand(
            Map<String, PageBatches.Stored> stored, Map<String, BodyId> bodies, List<PageBatches.Belonging> people)
            implements KnownPages {
        @Override
        public boolean form() {
            return false;
        }

        @Override
        public Optional<BodyId> body(String code) {
            return Optional.ofNullable(bodies.get(code.toLowerCase(Locale.ROOT)));
        }

        @Override
        public Optional<PageId> holder(Platform platform, String key, @Nullable PageId except) {
            return Optional.ofNullable(stored.get(platform.tag() + " " + key))
                    .map(held -> held.page().id())
                    .filter(id -> !id.equals(except));
        }

        @Override
        public Map<PersonId, String> choice(BodyId body) {
            return people.stream()
                    .filter(one -> one.body().equals(body))
                    .collect(Collectors.toMap(PageBatches.Belonging::person, PageBatches.Belonging::name));
        }

        /** Whoever of these has the address. */
        Optional<UUID> anyone(String mailKey) {
            return people.stream()
                    .filter(one -> one.mailKey().equals(mailKey))
                    .map(one -> one.person().value())
                    .findFirst();
        }

        Optional<UUID> person(@Nullable String code, String mailKey) {
            BodyId body = code == null ? null : bodies.get(code.toLowerCase(Locale.ROOT));
            return people.stream()
                    .filter(one -> one.body().equals(body) && one.mailKey().equals(mailKey))
                    .map(one -> one.person().value())
                    .findFirst();
        }
    }
}
