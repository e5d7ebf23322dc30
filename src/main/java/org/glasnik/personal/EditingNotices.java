package org.glasnik.personal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.PublicPages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Naming controllers, drafting their notices and publishing them. */
@Component
class EditingNotices {
    private final Controllerships controllers;
    private final PrivacyNotices notices;
    private final Organisers organisers;
    private final TemplateNotice template;
    private final Deeds deeds;
    private final PublicPages pages;
    private final Languages languages;

    EditingNotices(
            Controllerships controllers,
            PrivacyNotices notices,
            Organisers organisers,
            TemplateNotice template,
            Deeds deeds,
            PublicPages pages,
            Languages languages) {
        this.controllers = controllers;
        this.notices = notices;
        this.organisers = organisers;
        this.template = template;
        this.deeds = deeds;
        this.pages = pages;
        this.languages = languages;
    }

    /** Three queries, however many organisers there are. */
    NoticesPage list(Viewer viewer, Language language) {
        Map<String, String> named = new HashMap<>();
        controllers.all().forEach(c -> named.put(whose(c.body()), c.name()));
        Map<String, PrivacyNotices.Progress> progress = new HashMap<>();
        notices.progress(viewer).forEach(p -> progress.put(whose(p.body()), p));
        List<NoticesPage.Row> rows = new ArrayList<>();
        rows.add(row(whose(null), "", named, progress));
        organisers.names(language).forEach((body, name) -> rows.add(row(whose(body), name, named, progress)));
        return new NoticesPage(rows);
    }

    private static NoticesPage.Row row(
            String whose, String name, Map<String, String> named, Map<String, PrivacyNotices.Progress> progress) {
        PrivacyNotices.Progress far = progress.get(whose);
        return new NoticesPage.Row(
                whose,
                name,
                named.getOrDefault(whose, ""),
                far == null ? null : far.number(),
                far == null ? null : far.publishedAt(),
                far != null && far.draft());
    }

    /** The page with what is stored, but for what was just typed. */
    EditNoticePage page(
            Viewer viewer,
            @Nullable BodyId body,
            @Nullable ControllershipForm controller,
            FormErrors controllerErrors,
            @Nullable NoticeForm notice,
            FormErrors noticeErrors,
            Language language) {
        Controllership stored = controllers.of(body);
        Optional<PrivacyNotice> draft = notices.draft(viewer, body);
        List<PrivacyNotice> published = notices.published(body);
        Map<Language, String> texts = draft.or(() -> published.stream().findFirst())
                .map(PrivacyNotice::texts)
                .orElseGet(template::texts);
        return new EditNoticePage(
                whose(body),
                body == null ? "" : name(body, language),
                controller == null ? ControllershipForm.of(stored) : controller,
                controllerErrors,
                notice == null
                        ? NoticeForm.of(texts, draft.map(PrivacyNotice::version).orElse(0))
                        : notice,
                noticeErrors,
                draft.map(d -> d.read(language, languages.offered())).orElse(null),
                draft.map(PrivacyNotice::version).orElse(0),
                draft.isEmpty() && published.isEmpty(),
                stored.named(),
                1 + published.stream().findFirst().map(PrivacyNotice::number).orElse(0),
                published.isEmpty() ? null : ShowingNotices.path(body));
    }

    FormErrors name(Viewer by, @Nullable BodyId body, ControllershipForm form) {
        FormErrors errors = FormErrors.none();
        Controllership changed = form.read(body, errors);
        if (!errors.any()) {
            Controllership before = controllers.of(body);
            Optional<UUID> saved = controllers.save(by, changed);
            if (saved.isEmpty()) {
                errors.add("name", "personal.notices.meantime");
            } else if (!before.said().equals(changed.said())) {
                deeds.record(
                        by,
                        in(body, Deed.of("controller.changed", "controller", saved.get()))
                                .between(before.named() ? before.said() : null, changed.said()));
                pages.changed();
            }
        }
        return errors;
    }

    FormErrors save(Viewer by, @Nullable BodyId body, NoticeForm form) {
        FormErrors errors = FormErrors.none();
        Map<Language, String> texts = form.read(errors);
        if (!errors.any()) {
            Optional<PrivacyNotice.Written> before = notices.draft(by, body)
                    .or(() -> notices.published(body).stream().findFirst())
                    .map(notice -> PrivacyNotice.Written.of(notice.texts()));
            Optional<UUID> saved = notices.save(by, body, texts, ControllershipForm.number(form.version()));
            if (saved.isEmpty()) {
                errors.add("uk", "personal.notices.meantime");
            } else {
                deeds.record(
                        by,
                        in(body, Deed.of("notice.saved", "notice", saved.get()))
                                .between(before.orElse(null), PrivacyNotice.Written.of(texts)));
            }
        }
        return errors;
    }

    /** Publishes the draft that was shown; a notice without a controller would say nobody answers for it. */
    FormErrors publish(Viewer by, @Nullable BodyId body, @Nullable String version) {
        FormErrors errors = FormErrors.none();
        Optional<PrivacyNotice> draft = notices.draft(by, body);
        if (!controllers.of(body).named()) {
            errors.add("name", "personal.notices.unnamed");
        } else {
            Optional<Integer> number =
                    draft.flatMap(d -> notices.publish(by, d.id(), ControllershipForm.number(version)));
            if (number.isEmpty()) {
                errors.add("uk", "personal.notices.meantime");
            } else {
                deeds.record(
                        by,
                        in(
                                        body,
                                        Deed.of(
                                                "notice.published",
                                                "notice",
                                                draft.orElseThrow().id()))
                                .with("number", null, number.get()));
                pages.changed();
            }
        }
        return errors;
    }

    /** Refuses bodies that do not organise. */
    String name(BodyId body, Language language) {
        String name = organisers.names(language).get(body);
        if (name == null) {
            throw new NotFound();
        }
        return Objects.requireNonNull(name);
    }

    private static Deed in(@Nullable BodyId body, Deed deed) {
        return body == null ? deed : deed.in(body);
    }

    private static String whose(@Nullable BodyId body) {
        return body == null ? "installation" : body.toString();
    }
}
