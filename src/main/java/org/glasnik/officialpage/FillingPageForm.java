package org.glasnik.officialpage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands around the fields of a page's form: choices, and what someone else has saved in the meantime. */
@Component
class FillingPageForm {
    private final Pages pages;
    private final PageWords words;
    private final Today today;

    FillingPageForm(Pages pages, PageWords words, Today today) {
        this.pages = pages;
        this.words = words;
        this.today = today;
    }

    PageFormPage page(
            PageForm form,
            FormErrors errors,
            @Nullable Page page,
            Map<PersonId, String> choice,
            @Nullable PageId taken,
            List<PageFormPage.Difference> differences,
            Viewer viewer,
            Language reader) {
        Map<String, String> statuses = words.statuses(reader);
        statuses.remove(PageStatus.ARCHIVED.tag());
        Map<String, String> people = new LinkedHashMap<>();
        choice.forEach((id, name) -> people.put(id.toString(), name));
        boolean seen =
                taken != null && pages.of(taken, viewer, reader, today.here()).isPresent();
        return new PageFormPage(
                form, errors, page, words.categories(reader), statuses, people, seen ? taken : null, differences);
    }

    /** Field by field what was typed and what is stored now, where the two are not the same. */
    List<PageFormPage.Difference> differences(
            PageForm typed, PageForm stored, Map<PersonId, String> choice, Language reader) {
        List<PageFormPage.Difference> all = new ArrayList<>();
        add(all, "body", typed.body(), stored.body());
        add(all, "address", typed.address(), stored.address());
        add(all, "status", word(words.statuses(reader), typed.status()), word(words.statuses(reader), stored.status()));
        add(
                all,
                "category",
                word(words.categories(reader), typed.category()),
                word(words.categories(reader), stored.category()));
        add(all, "purpose", typed.purpose(), stored.purpose());
        add(all, "unit", typed.unit(), stored.unit());
        add(all, "openedOn", typed.openedOn(), stored.openedOn());
        add(
                all,
                "languages",
                PageWords.languages(reader, tags(typed.languages())),
                PageWords.languages(reader, tags(stored.languages())));
        add(all, "otherLanguages", typed.otherLanguages(), stored.otherLanguages());
        add(all, "responsible", names(typed.responsible(), choice), names(stored.responsible(), choice));
        add(all, "administrators", names(typed.administrators(), choice), names(stored.administrators(), choice));
        return all;
    }

    private static List<String> tags(@Nullable String boxes) {
        return Arrays.stream(FormErrors.shown(boxes).split(","))
                .filter(PageForm.BOXES::contains)
                .sorted()
                .toList();
    }

    private static String names(@Nullable String ids, Map<PersonId, String> choice) {
        List<String> posted = List.of(FormErrors.shown(ids).split(","));
        return choice.entrySet().stream()
                .filter(person -> posted.contains(person.getKey().toString()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
    }

    private static String word(Map<String, String> words, @Nullable String tag) {
        return words.getOrDefault(FormErrors.shown(tag), "");
    }

    private static void add(
            List<PageFormPage.Difference> all, String field, @Nullable String typed, @Nullable String stored) {
        String one = FormErrors.shown(typed).strip();
        String other = FormErrors.shown(stored);
        if (!one.equals(other)) {
            all.add(new PageFormPage.Difference("officialpage.field." + field, one, other));
        }
    }
}
