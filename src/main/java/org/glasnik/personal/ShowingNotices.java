package org.glasnik.personal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.access.NotFound;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.PublicPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Notices as everyone reads them: the present one as a public page, older ones and organisers' on ordinary routes. */
@Component
class ShowingNotices implements PublicPage {
    private final PrivacyNotices notices;
    private final Controllerships controllers;
    private final Organisers organisers;
    private final TemplateNotice template;
    private final Languages languages;

    ShowingNotices(
            PrivacyNotices notices,
            Controllerships controllers,
            Organisers organisers,
            TemplateNotice template,
            Languages languages) {
        this.notices = notices;
        this.controllers = controllers;
        this.organisers = organisers;
        this.template = template;
        this.languages = languages;
    }

    @Override
    public Set<String> paths() {
        return Set.of("/privacy");
    }

    @Override
    public ModelAndView publicPage(String path, Language language) {
        return view(page(null, null, language));
    }

    static ModelAndView view(PrivacyPage page) {
        return new ModelAndView("personal/privacy", "page", page);
    }

    /** @param number of a version, null for the present one */
    PrivacyPage page(@Nullable BodyId body, @Nullable Integer number, Language language) {
        Map<BodyId, String> names = organisers.names(language);
        List<PrivacyNotice> published = notices.published(body);
        if (body != null && (published.isEmpty() || !names.containsKey(body))) {
            throw new NotFound();
        }
        PrivacyNotice shown = published.stream()
                .filter(n -> number == null || number.equals(n.number()))
                .findFirst()
                .orElse(null);
        if (shown == null && number != null) {
            throw new NotFound();
        }
        PrivacyNotice.Read read = (shown == null
                        ? new PrivacyNotice(new UUID(0, 0), null, template.texts(), 0, null)
                        : shown)
                .read(language, languages.offered());
        String path = path(body);
        boolean older = shown != null && shown != published.getFirst();
        return new PrivacyPage(
                body == null ? "" : names.getOrDefault(body, ""),
                controllers.of(body),
                shown == null ? null : shown.number(),
                shown == null ? null : shown.publishedAt(),
                older ? path : null,
                read.language(),
                read.parts(),
                published.stream().map(n -> version(n, path)).toList(),
                body == null ? others(names) : List.of());
    }

    static String path(@Nullable BodyId body) {
        return body == null ? "/privacy" : "/privacy/" + body;
    }

    private static PrivacyPage.Version version(PrivacyNotice notice, String path) {
        int number = Objects.requireNonNull(notice.number());
        return new PrivacyPage.Version(
                number,
                Objects.requireNonNull(notice.publishedAt()),
                (path.equals("/privacy") ? "/privacy/installation" : path) + "/" + number);
    }

    private List<PrivacyPage.Other> others(Map<BodyId, String> names) {
        Set<BodyId> publishing = notices.publishing();
        return controllers.all().stream()
                .filter(c -> c.body() != null && names.containsKey(c.body()))
                .map(c -> new PrivacyPage.Other(c.name(), c, publishing.contains(c.body()) ? path(c.body()) : null))
                .toList();
    }
}
