package org.glasnik.officialpage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.pageaddress.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The register as the rows of an import at hand need it.
 *
 * @param stored pages that have these addresses now, by {@link PageBatches#key}
 * @param bodies whose pages the viewer may change, by code in lower case
 * @param people who may be named for pages of these bodies
 */
record PagesAtHand(
        Map<String, PageBatches.Stored> stored, Map<String, BodyId> bodies, List<PageBatches.Belonging> people)
        implements KnownPages {
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

    Optional<UUID> person(@Nullable String code, String mailKey) {
        BodyId body = code == null ? null : bodies.get(code.toLowerCase(Locale.ROOT));
        return people.stream()
                .filter(one -> one.body().equals(body) && one.mailKey().equals(mailKey))
                .map(one -> one.person().value())
                .findFirst();
    }
}
