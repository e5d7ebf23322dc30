package org.glasnik.deed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Gatherers;
import org.glasnik.access.Allowed;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.listing.Exporting;
import org.glasnik.listing.ListPage;
import org.glasnik.listing.ListRequest;
import org.glasnik.listing.Sheet;
import org.glasnik.platform.DefaultZone;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The account of deeds, its exports, and the check of its chain. */
@Controller
class DeedController {
    private final RecordedDeeds deeds;
    private final TellingDeeds telling;
    private final DeedFilters filters;
    private final DeedChain chain;
    private final Exporting exporting;
    private final Languages languages;
    private final DefaultZone zone;
    private final Texts texts;

    DeedController(
            RecordedDeeds deeds,
            TellingDeeds telling,
            DeedFilters filters,
            DeedChain chain,
            Exporting exporting,
            Languages languages,
            DefaultZone zone,
            Texts texts) {
        this.deeds = deeds;
        this.telling = telling;
        this.filters = filters;
        this.chain = chain;
        this.exporting = exporting;
        this.languages = languages;
        this.zone = zone;
        this.texts = texts;
    }

    @GetMapping("/deeds")
    @Allowed({Who.OPERATOR, Who.ORGANISER, Who.MEMBER})
    ModelAndView list(Viewer viewer, HttpServletRequest request) {
        Language language = languages.of(request);
        ListRequest asked = ListRequest.of(DeedFilter.SHAPE, request);
        DeedFilter filter = DeedFilter.of(asked, zoneOf(viewer));
        ListPage page = new ListPage(asked, deeds.count(viewer, filter));
        List<ToldDeed> told =
                page.total() == 0 ? List.of() : telling.told(deeds.page(viewer, filter, page.request()), language);
        return new ModelAndView(
                "deed/list",
                "page",
                new DeedsPage(
                        page,
                        filters.of(filter, told, viewer.operator(), language),
                        told,
                        filter.ofOneObject(),
                        filter.ofOneObject() ? DeedFilters.objectOf(told) : "",
                        viewer.operator()));
    }

    @GetMapping("/deeds.{format:csv|xlsx|json}")
    @Allowed({Who.OPERATOR, Who.ORGANISER, Who.MEMBER})
    void export(@PathVariable String format, Viewer viewer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Language language = languages.of(request);
        ListRequest asked = ListRequest.of(DeedFilter.SHAPE, request);
        DeedFilter filter = DeedFilter.of(asked, zoneOf(viewer));
        exporting.send(
                format,
                request,
                response,
                sheet(language),
                () -> deeds.all(viewer, filter, asked)
                        .gather(Gatherers.windowFixed(Exporting.FETCHED))
                        .flatMap(some -> telling.told(some, language).stream()));
    }

    /** Reading alone: it may be long, but it changes nothing. */
    @GetMapping("/deeds/check")
    @Allowed(Who.OPERATOR)
    ModelAndView check(
            @RequestParam(required = false) @Nullable String run,
            @RequestParam(required = false) @Nullable String head,
            HttpServletRequest request) {
        String noted = head == null ? "" : head.strip();
        FormErrors errors = FormErrors.none();
        errors.require(noted.isEmpty() || noted.matches("[0-9a-fA-F]{64}"), "head", "deed.check.head.error");
        ChainReport report = run == null || errors.any() ? null : chain.check(noted);
        List<String> faults = report == null
                ? List.of()
                : report.faults().stream()
                        .limit(200)
                        .map(fault -> ChainReport.line(fault, texts, languages.of(request)))
                        .toList();
        ModelAndView answer = new ModelAndView("deed/check", "page", new CheckPage(noted, errors, report, faults));
        if (errors.any()) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return answer;
    }

    private ZoneId zoneOf(Viewer viewer) {
        return viewer.zone().orElseGet(zone::get);
    }

    private Sheet<ToldDeed> sheet(Language language) {
        Function<String, String> heading = key -> texts.text(language, "deed.list.column." + key);
        return Sheet.<ToldDeed>of("deeds")
                .with("at", heading.apply("at"), ToldDeed::at)
                .with("actor", heading.apply("actor"), ToldDeed::actor)
                .with(
                        "actor_id",
                        heading.apply("actorId"),
                        told -> text(told.deed().actor()))
                .with("verb", heading.apply("verb"), told -> told.deed().verb())
                .with("what", heading.apply("what"), ToldDeed::sentence)
                .with("kind", heading.apply("kind"), told -> told.deed().kind())
                .with(
                        "object_id",
                        heading.apply("objectId"),
                        told -> text(told.deed().object()))
                .with(
                        "body_id",
                        heading.apply("bodyId"),
                        told -> text(told.deed().body()))
                .with("changes", heading.apply("changes"), ToldDeed::changesInWords)
                .with("id", heading.apply("id"), told -> text(told.deed().id()));
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : Objects.toString(id);
    }
}
