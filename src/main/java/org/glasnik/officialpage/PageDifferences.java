package org.glasnik.officialpage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.glasnik.importing.Judged;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;

/** What an import changes of a page, in words. */
record PageDifferences(PageWords words, Language reader, List<PageBatches.Belonging> people) {
    /** @param codes of the bodies, before and after */
    List<Judged.Difference> of(PageState was, PageState will, String codeWas, String codeWill) {
        List<Judged.Difference> all = new ArrayList<>();
        PageDetails from = was.details();
        PageDetails to = will.details();
        add(all, "body", codeWas, codeWill);
        add(
                all,
                "status",
                word(words.statuses(reader), from.status().tag()),
                word(words.statuses(reader), to.status().tag()));
        add(all, "category", category(from.category()), category(to.category()));
        add(all, "purpose", from.purpose(), to.purpose());
        add(all, "unit", from.unit(), to.unit());
        add(all, "openedOn", from.openedOn(), to.openedOn());
        add(all, "languages", from.languages(), to.languages());
        // Whoever answered until now is not named in a row that speaks of somebody else: erasure would not find the
        // name.
        if (!Objects.equals(was.responsible(), will.responsible())) {
            add(all, "responsible", "", name(will.responsible()));
        }
        add(all, "reviewedOn", was.reviewedOn(), will.reviewedOn());
        return all;
    }

    private String category(@Nullable PageCategory category) {
        return category == null ? "" : word(words.categories(reader), category.tag());
    }

    private static String word(Map<String, String> words, String tag) {
        return words.getOrDefault(tag, "");
    }

    private String name(@Nullable UUID person) {
        return people.stream()
                .filter(one -> one.person().value().equals(person))
                .map(PageBatches.Belonging::name)
                .findFirst()
                .orElse("");
    }

    private static void add(List<Judged.Difference> all, String field, @Nullable Object from, @Nullable Object to) {
        String one = Objects.toString(from, "");
        String other = Objects.toString(to, "");
        if (!one.equals(other)) {
            all.add(new Judged.Difference(Objects.requireNonNull(ImportingPages.LABELS.get(field)), one, other));
        }
    }
}
