package org.glasnik.officialpage;

import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.pageaddress.PageAddress;
import org.glasnik.pageaddress.Typed;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a posted record: what is wrong is said field by field, in the order of the page. */
@Component
class ReadingPage {
    private static final int PURPOSE = 500;
    private static final int UNIT = 200;
    private static final int LANGUAGES = 10;

    /**
     * What was read.
     *
     * @param details null where there are errors
     * @param choice who may be named for pages of the body, empty where the body is not known
     * @param taken the page that has the address, null where it is free
     */
    record Given(
            @Nullable PageDetails details,
            Map<PersonId, String> choice,
            Set<PersonId> responsible,
            Set<PersonId> administrators,
            @Nullable PageId taken) {}

    /**
     * @param before what is stored, null for a new page
     * @param today the last day on which a page can have been opened
     */
    Given read(PageForm form, FormErrors errors, @Nullable Page before, KnownPages known, LocalDate today) {
        String code = errors.line("body", form.body(), 40);
        BodyId body = code.isEmpty() ? null : known.body(code).orElse(null);
        errors.require(code.isEmpty() || body != null, "body", "officialpage.error.body", "code", code);
        PageAddress address = address(form, errors);
        PageId taken = address == null
                ? null
                : known.holder(address.platform(), address.key(), before == null ? null : before.id())
                        .orElse(null);
        boolean archived = before != null && before.details().status() == PageStatus.ARCHIVED;
        errors.require(taken == null || archived, "address", "officialpage.error.taken");
        PageStatus status = archived
                ? PageStatus.ARCHIVED
                : PageStatus.ofTag(form.status())
                        .filter(s -> s != PageStatus.ARCHIVED)
                        .orElse(null);
        errors.require(status != null, "status", "platform.error.choose");
        // A form always asks for it; a table need not have the column.
        PageCategory category = PageCategory.ofTag(form.category()).orElse(null);
        errors.require(
                category != null || (form.category() == null && !known.form()), "category", "platform.error.choose");
        String purpose = errors.optional("purpose", form.purpose(), PURPOSE);
        String unit = errors.optional("unit", form.unit(), UNIT);
        LocalDate opened = opened(form, errors, before, today);
        String languages = languages(form, errors, before);
        Map<PersonId, String> choice = body == null ? Map.of() : known.choice(body);
        // Without a body there is nobody to choose among, and no field to be told of.
        Set<PersonId> responsible = body == null ? Set.of() : named("responsible", form.responsible(), choice, errors);
        errors.require(responsible.size() < 2, "responsible", "platform.error.choose");
        Set<PersonId> administrators =
                body == null ? Set.of() : named("administrators", form.administrators(), choice, errors);
        PageDetails details = errors.any() || body == null || address == null || status == null
                ? null
                : new PageDetails(body, address, purpose, unit, languages, category, status, opened);
        return new Given(details, choice, responsible, administrators, taken);
    }

    private static @Nullable PageAddress address(PageForm form, FormErrors errors) {
        String typed = errors.line("address", form.address(), PageAddress.LONGEST);
        if (typed.isEmpty()) {
            return null;
        }
        return switch (Typed.of(typed)) {
            case Typed.Page page -> page.address();
            case Typed.Imitation imitation -> {
                errors.add(
                        "address",
                        "officialpage.error.imitation",
                        "host",
                        imitation.host(),
                        "imitated",
                        imitation.imitated());
                yield null;
            }
            case Typed.NoPage none -> {
                errors.add("address", "officialpage.error.noPage");
                yield null;
            }
            case Typed.Handle handle -> {
                errors.add("address", "officialpage.error.handle");
                yield null;
            }
            case Typed.Nothing nothing -> {
                errors.add("address", "officialpage.error.address");
                yield null;
            }
        };
    }

    private static String languages(PageForm form, FormErrors errors, @Nullable Page before) {
        Set<String> tags = new LinkedHashSet<>();
        for (Language language : Language.values()) {
            if (PageForm.ticked(form.languages(), language.tag())) {
                tags.add(language.tag());
            }
        }
        String typed = errors.optional("otherLanguages", form.otherLanguages(), 100);
        for (String tag : typed.split("[,;\\s]+")) {
            if (!tag.isEmpty()) {
                tags.add(known(tag));
            }
        }
        errors.require(
                !tags.contains("") && tags.size() <= LANGUAGES, "otherLanguages", "officialpage.error.languages");
        // The same languages in another order are the same record.
        List<String> now = before == null
                ? List.of()
                : List.of(before.details().languages().split(", "));
        return tags.equals(Set.copyOf(now)) ? String.join(", ", now) : String.join(", ", tags);
    }

    /** The tag as it is written, empty where there is no such language: small ones have three letters. */
    private static String known(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            String language = locale.getLanguage();
            boolean named =
                    !new ULocale(language).getDisplayLanguage(ULocale.ENGLISH).equals(language);
            return named ? locale.toLanguageTag() : "";
        } catch (IllformedLocaleException e) {
            return "";
        }
    }

    private static @Nullable LocalDate opened(
            PageForm form, FormErrors errors, @Nullable Page before, LocalDate today) {
        String typed = errors.optional("openedOn", form.openedOn(), 20);
        if (typed.isEmpty()) {
            return null;
        }
        LocalDate day = day(typed);
        if (day == null) {
            errors.add("openedOn", "officialpage.error.day");
        } else if (PageStatus.ofTag(form.status()).orElse(null) != PageStatus.PLANNED) {
            errors.require(!day.isAfter(today), "openedOn", "officialpage.error.future");
            errors.require(
                    before == null || before.archivedOn() == null || !day.isAfter(before.archivedOn()),
                    "openedOn",
                    "officialpage.error.afterArchive");
        }
        return day;
    }

    /** A day of this century or the one before, as browsers write it. */
    static @Nullable LocalDate day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            return day.getYear() >= 1990 && day.getYear() <= 2100 ? day : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Set<PersonId> named(
            String field, @Nullable String posted, Map<PersonId, String> choice, FormErrors errors) {
        Set<PersonId> named = new LinkedHashSet<>();
        for (String id : FormErrors.shown(posted).split(",")) {
            if (!id.isBlank()) {
                choice.keySet().stream()
                        .filter(person -> person.toString().equals(id.strip()))
                        .findFirst()
                        .ifPresentOrElse(named::add, () -> {
                            if (errors.of(field).isEmpty()) {
                                errors.add(field, "officialpage.error.person");
                            }
                        });
            }
        }
        return named;
    }
}
