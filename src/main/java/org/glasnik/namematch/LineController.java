package org.glasnik.namematch;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.Allowed;
import org.glasnik.access.BodyId;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Notice;
import org.glasnik.registry.Bodies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One name, and a person's decision about it. */
@Controller
class LineController {
    private static final String NONE = "none";
    private static final String BY_CODE = "code";
    private static final int LONGEST_CODE = 60;

    /** @param choice what is ticked: an id, {@code none}, {@code code}, or nothing */
    record LinePage(NameList list, LineView view, String choice, String code, int left, FormErrors errors) {}

    private final NameLists lists;
    private final NameLines lines;
    private final ViewingLines viewing;
    private final MatchingLists matching;
    private final RegisterNames register;
    private final Bodies bodies;
    private final Languages languages;

    LineController(
            NameLists lists,
            NameLines lines,
            ViewingLines viewing,
            MatchingLists matching,
            RegisterNames register,
            Bodies bodies,
            Languages languages) {
        this.lists = lists;
        this.lines = lines;
        this.viewing = viewing;
        this.matching = matching;
        this.register = register;
        this.bodies = bodies;
        this.languages = languages;
    }

    @GetMapping("/bodies/matching/{id}/lines/{number}")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView show(
            @PathVariable NameListId id, @PathVariable int number, HttpServletRequest request, Viewer viewer) {
        NameList list = lists.of(id, viewer).orElseThrow(NotFound::new);
        LineView view = view(id, number, languages.of(request));
        return page(list, view, ticked(view), "", FormErrors.none());
    }

    /** The next one that waits. */
    @GetMapping("/bodies/matching/{id}/next")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView next(@PathVariable NameListId id, Viewer viewer) {
        if (!lists.owns(id, viewer)) {
            throw new NotFound();
        }
        return onwards(id, 0);
    }

    @PostMapping("/bodies/matching/{id}/lines/{number}/decision")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView decide(
            @PathVariable NameListId id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            Viewer viewer,
            RedirectAttributes flash) {
        Language reader = languages.of(request);
        NameList list = lists.of(id, viewer).orElseThrow(NotFound::new);
        LineView view = view(id, number, reader);
        FormErrors errors = FormErrors.none();
        BodyId body = chosen(choice, code, errors);
        RegisterNames.Shown shown =
                body == null ? null : register.shown(Set.of(body), reader).get(body);
        errors.require(body == null || shown != null || errors.any(), "choice", "platform.error.choose");
        if (errors.any()) {
            ModelAndView page = page(list, view, choice, code, errors);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        UUID batch = matching.decide(List.of(view.line().name()), Collections.singletonList(shown), viewer);
        String name = view.line().name().name();
        flash.addFlashAttribute(
                Notice.FLASH,
                (shown == null
                                ? Notice.of("namematch.notice.none", Map.of("name", name))
                                : Notice.of(
                                        "namematch.notice.decided",
                                        Map.of(
                                                "name",
                                                name,
                                                "body",
                                                shown.name().text(),
                                                "code",
                                                shown.code())))
                        .undoneAt("/bodies/matching/" + id + "/batches/" + batch + "/undo"));
        return onwards(id, number);
    }

    private @Nullable BodyId chosen(String choice, String code, FormErrors errors) {
        boolean written = !code.isBlank();
        if (written && !choice.isEmpty() && !choice.equals(BY_CODE)) {
            errors.add("code", "namematch.error.both");
            return null;
        }
        if (choice.equals(NONE)) {
            return null;
        }
        if (choice.equals(BY_CODE) || (written && choice.isEmpty())) {
            String line = errors.line("code", code, LONGEST_CODE);
            Optional<BodyId> found = line.isEmpty() ? Optional.empty() : bodies.byCode(line);
            if (found.isEmpty() && !errors.any()) {
                errors.add("code", "namematch.error.code");
            }
            return found.orElse(null);
        }
        try {
            return BodyId.of(choice.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            errors.add("choice", "namematch.error.choice");
            return null;
        }
    }

    /** A person who has many works through them one after another. */
    private ModelAndView onwards(NameListId id, int after) {
        return new ModelAndView("redirect:/bodies/matching/" + id
                + lines.nextOpen(id, after).map(next -> "/lines/" + next).orElse(""));
    }

    private LineView view(NameListId id, int number, Language reader) {
        return viewing.of(List.of(lines.of(id, number).orElseThrow(NotFound::new)), reader)
                .getFirst();
    }

    private static String ticked(LineView view) {
        if (view.line().fate() == Fate.DECIDED) {
            return view.body() == null ? NONE : view.body().id().toString();
        }
        boolean clear = view.line().fate() == Fate.EXACT || view.line().fate() == Fate.LIKELY;
        return clear && !view.choices().isEmpty()
                ? view.choices().getFirst().body().id().toString()
                : "";
    }

    private static ModelAndView page(NameList list, LineView view, String choice, String code, FormErrors errors) {
        return new ModelAndView("namematch/line", "page", new LinePage(list, view, choice, code, list.open(), errors));
    }
}
