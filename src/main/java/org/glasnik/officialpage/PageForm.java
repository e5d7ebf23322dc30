package org.glasnik.officialpage;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * A page's record as the browser sends it; what is absent is empty.
 *
 * @param version that the form was made from
 * @param body its code
 * @param openedOn ISO date
 * @param languages tags of the boxes that were ticked, with commas between them
 * @param otherLanguages tags that were typed
 * @param responsible id of a person
 * @param administrators ids of people, with commas between them
 */
record PageForm(
        @Nullable String version,
        @Nullable String body,
        @Nullable String address,
        @Nullable String status,
        @Nullable String category,
        @Nullable String purpose,
        @Nullable String unit,
        @Nullable String openedOn,
        @Nullable String languages,
        @Nullable String otherLanguages,
        @Nullable String responsible,
        @Nullable String administrators) {
    /** Languages that have a box. */
    static final Set<String> BOXES =
            Arrays.stream(Language.values()).map(Language::tag).collect(Collectors.toCollection(TreeSet::new));

    static PageForm ofBody(String code) {
        return new PageForm(null, code, null, "live", null, null, null, null, null, null, null, null);
    }

    static PageForm of(Page page, PagePeople.Behind people) {
        PageDetails details = page.details();
        return new PageForm(
                "" + page.version(),
                page.bodyCode(),
                details.at().address(),
                details.status().tag(),
                details.category() == null ? "" : details.category().tag(),
                details.purpose(),
                details.unit(),
                details.openedOn() == null ? "" : details.openedOn().toString(),
                page.languages().stream().filter(BOXES::contains).collect(Collectors.joining(",")),
                page.languages().stream().filter(tag -> !BOXES.contains(tag)).collect(Collectors.joining(", ")),
                ids(people.responsible()),
                ids(people.administrators()));
    }

    private static String ids(List<PagePeople.Named> people) {
        return people.stream()
                .filter(PagePeople.Named::belongs)
                .map(person -> person.id().toString())
                .collect(Collectors.joining(","));
    }

    /** Whether a box was ticked. */
    static boolean ticked(@Nullable String posted, String value) {
        return Arrays.asList(FormErrors.shown(posted).split(",")).contains(value);
    }

    PageForm at(int otherVersion) {
        return new PageForm(
                "" + otherVersion,
                body,
                address,
                status,
                category,
                purpose,
                unit,
                openedOn,
                languages,
                otherLanguages,
                responsible,
                administrators);
    }
}
