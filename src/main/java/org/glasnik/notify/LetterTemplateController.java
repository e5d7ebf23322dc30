package org.glasnik.notify;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.platform.BaseUrl;
import org.glasnik.platform.DefaultZone;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All letters that can be written, as they look in each language. */
@Controller
class LetterTemplateController {
    private final LetterSamples samples;
    private final WritingLetters writing;
    private final Languages languages;
    private final DefaultZone zone;
    private final BaseUrl base;

    LetterTemplateController(
            LetterSamples samples, WritingLetters writing, Languages languages, DefaultZone zone, BaseUrl base) {
        this.samples = samples;
        this.writing = writing;
        this.languages = languages;
        this.zone = zone;
        this.base = base;
    }

    @GetMapping("/operate/letters/templates")
    @Allowed(Who.OPERATOR)
    ModelAndView list(Viewer viewer, HttpServletRequest request) {
        Language language = languages.of(request);
        List<TemplatesPage.Template> all = samples.all().values().stream()
                .map(sample -> new TemplatesPage.Template(
                        sample.name(),
                        writing.subject(sample, language, viewer.zone().orElseGet(zone::get)),
                        sample.category()))
                .toList();
        return new ModelAndView("notify/templates", "page", new TemplatesPage(all));
    }

    @GetMapping("/operate/letters/templates/{name}")
    @Allowed(Who.OPERATOR)
    ModelAndView one(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String language,
            Viewer viewer,
            HttpServletRequest request) {
        LetterSample sample = samples.of(name).orElseThrow(NotFound::new);
        Language shown = Language.ofTag(language).orElseGet(() -> languages.of(request));
        Words words = words(sample, shown, viewer);
        return new ModelAndView(
                "notify/template",
                "page",
                new TemplatePage(
                        name,
                        shown,
                        List.of(Language.values()),
                        words.subject(),
                        // The links of a preview lead nowhere, so none is made of them.
                        TextLine.of(words.text(), "-"),
                        sample.category()));
    }

    @GetMapping("/operate/letters/templates/{name}/html")
    @Allowed(Who.OPERATOR)
    void html(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String language,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        LetterSample sample = samples.of(name).orElseThrow(NotFound::new);
        Language shown = Language.ofTag(language).orElseGet(() -> languages.of(request));
        LetterView.send(words(sample, shown, viewer).html(), response);
    }

    private Words words(LetterSample sample, Language language, Viewer viewer) {
        return writing.words(new WritingLetters.Draft(
                sample.name(),
                language,
                viewer.zone().orElseGet(zone::get),
                sample.values(),
                sample.hasLink() ? base.of("/example") : null,
                sample.category(),
                sample.category() == null ? null : base.of("/letters/unsubscribe/example")));
    }
}
