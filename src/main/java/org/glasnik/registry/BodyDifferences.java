package org.glasnik.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.glasnik.importing.Judged;
import org.jspecify.annotations.Nullable;

/** What an import changes of a body. */
final class BodyDifferences {
    private BodyDifferences() {}

    /**
     * @param parentWas code of the body above, before
     * @param parentWill the same, after
     */
    static List<Judged.Difference> of(
            BodyState was, BodyState will, @Nullable String parentWas, @Nullable String parentWill) {
        List<Judged.Difference> all = new ArrayList<>();
        add(all, "nameUk", was, will, BodyDetails::nameUk);
        add(all, "nameSr", was, will, BodyDetails::nameSr);
        add(all, "nameRu", was, will, BodyDetails::nameRu);
        add(all, "nameEn", was, will, BodyDetails::nameEn);
        add(all, "otherNames", was, will, d -> String.join("; ", d.otherNames()));
        if (was.details().kind() != will.details().kind()) {
            all.add(new Judged.Difference(
                    "registry.body.kind",
                    was.details().kind().tag(),
                    will.details().kind().tag(),
                    "registry.kind."));
        }
        add(all, "jurisdiction", was, will, BodyDetails::jurisdiction);
        if (!Objects.equals(was.details().parent(), will.details().parent())) {
            all.add(new Judged.Difference("registry.body.parent", text(parentWas), text(parentWill)));
        }
        add(all, "population", was, will, BodyDetails::population);
        add(all, "site", was, will, BodyDetails::site);
        add(all, "mail", was, will, BodyDetails::mail);
        add(all, "phone", was, will, BodyDetails::phone);
        add(all, "address", was, will, BodyDetails::address);
        add(all, "zone", was, will, BodyDetails::zone);
        add(all, "foundedOn", was, will, BodyDetails::foundedOn);
        if (!Objects.equals(was.endedOn(), will.endedOn())) {
            all.add(new Judged.Difference("registry.body.endedOn", text(was.endedOn()), text(will.endedOn())));
        }
        if (was.successors().size() != will.successors().size()
                || !was.successors().containsAll(will.successors())) {
            all.add(new Judged.Difference(
                    "registry.ending.successors",
                    "" + was.successors().size(),
                    "" + will.successors().size()));
        }
        return all;
    }

    private static void add(
            List<Judged.Difference> all,
            String field,
            BodyState was,
            BodyState will,
            Function<BodyDetails, @Nullable Object> value) {
        String from = text(value.apply(was.details()));
        String to = text(value.apply(will.details()));
        if (!from.equals(to)) {
            all.add(new Judged.Difference(Objects.requireNonNull(ImportingBodies.LABELS.get(field)), from, to));
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
