package org.glasnik.registry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasnik.access.Allowed;
import org.glasnik.access.BodyId;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.listing.Exporting;
import org.glasnik.listing.ListFilter;
import org.glasnik.listing.ListPage;
import org.glasnik.listing.ListRequest;
import org.glasnik.listing.ListShape;
import org.glasnik.listing.Sheet;
import org.glasnik.platform.Accent;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The register and its entries, open to everyone. */
@Controller
class BodiesController {
    private static final ListShape BODIES = ListShape.at("/bodies", "registry.bodies")
            .sorting("name", "kind", "parent")
            .sortingNumbers("population")
            .sorting("code")
            .filtering("text", "kind", "parent", "jurisdiction", "state");

    private final Bodies bodies;
    private final BodyRows rows;
    private final ShowingBody showing;
    private final KindWords kinds;
    private final Jurisdictions jurisdictions;
    private final Exporting exporting;
    private final Texts texts;
    private final Languages languages;

    BodiesController(
            Bodies bodies,
            BodyRows rows,
            ShowingBody showing,
            KindWords kinds,
            Jurisdictions jurisdictions,
            Exporting exporting,
            Texts texts,
            Languages languages) {
        this.bodies = bodies;
        this.rows = rows;
        this.showing = showing;
        this.kinds = kinds;
        this.jurisdictions = jurisdictions;
        this.exporting = exporting;
        this.texts = texts;
        this.languages = languages;
    }

    @GetMapping("/bodies")
    @Allowed(Who.ANYONE)
    ModelAndView list(HttpServletRequest request, Viewer viewer) {
        Language reader = languages.of(request);
        ListRequest asked = ListRequest.of(BODIES, request);
        ListPage list = new ListPage(asked, rows.count(asked));
        Map<String, String> words = kinds.in(reader);
        List<ListFilter> filters = List.of(
                ListFilter.text("text", texts.text(reader, "registry.bodies.filter.text")),
                ListFilter.choice("kind", texts.text(reader, "registry.bodies.column.kind"), words),
                ListFilter.choice("parent", texts.text(reader, "registry.bodies.filter.parent"), rows.parents(reader)),
                ListFilter.choice(
                        "jurisdiction", texts.text(reader, "registry.body.jurisdiction"), jurisdictions.in(reader)),
                ListFilter.choice("state", texts.text(reader, "registry.bodies.filter.state"), states(reader)));
        return new ModelAndView(
                "registry/bodies",
                "page",
                new BodiesPage(
                        list,
                        filters,
                        rows.page(list.request(), reader, List.copyOf(words.keySet())),
                        words,
                        viewer.operator() || viewer.organiser()));
    }

    @GetMapping("/bodies.{format:csv|xlsx|json}")
    @Allowed(Who.ANYONE)
    void export(@PathVariable String format, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Language reader = languages.of(request);
        ListRequest asked = ListRequest.of(BODIES, request);
        Map<String, String> words = kinds.in(reader);
        Sheet<BodyRow> sheet = Sheet.<BodyRow>of("bodies")
                .with("code", heading(reader, "code"), BodyRow::code)
                .with("name", heading(reader, "name"), row -> row.name().text())
                .with(
                        "kind",
                        heading(reader, "kind"),
                        row -> words.get(row.kind().tag()))
                .with(
                        "parentName",
                        heading(reader, "parent"),
                        row -> row.parentName() == null
                                ? null
                                : row.parentName().text())
                .with("parent", field(reader, "parentCode"), BodyRow::parentCode)
                .with("population", heading(reader, "population"), BodyRow::population)
                .with("site", field(reader, "site"), BodyRow::site)
                .with("mail", field(reader, "mail"), BodyRow::mail)
                .with("phone", field(reader, "phone"), BodyRow::phone)
                .with("address", field(reader, "address"), BodyRow::address)
                .with("jurisdiction", field(reader, "jurisdiction"), BodyRow::jurisdiction)
                .with("foundedOn", field(reader, "foundedOn"), BodyRow::foundedOn)
                .with("endedOn", field(reader, "endedOn"), BodyRow::endedOn)
                .with(
                        "successors",
                        texts.text(reader, "registry.ending.successors"),
                        row -> String.join("; ", row.successors()))
                .with("zone", field(reader, "zone"), BodyRow::zone)
                .with("nameUk", field(reader, "nameUk"), row -> row.names().nameUk())
                .with("nameSr", field(reader, "nameSr"), row -> row.names().nameSr())
                .with("nameRu", field(reader, "nameRu"), row -> row.names().nameRu())
                .with("nameEn", field(reader, "nameEn"), row -> row.names().nameEn())
                .with("otherNames", field(reader, "otherNames"), row -> String.join("; ", row.otherNames()));
        exporting.send(format, request, response, sheet, () -> rows.all(asked, reader, List.copyOf(words.keySet())));
    }

    private Map<String, String> states(Language reader) {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("present", texts.text(reader, "registry.bodies.state.present"));
        states.put("ended", texts.text(reader, "registry.bodies.state.ended"));
        return states;
    }

    /** As the form calls it, and as an import takes it back. */
    private String field(Language reader, String name) {
        return texts.text(reader, "registry.body." + name);
    }

    private String heading(Language reader, String column) {
        return texts.text(reader, "registry.bodies.column." + column);
    }

    @GetMapping("/bodies/{id}")
    @Allowed(Who.ANYONE)
    ModelAndView show(@PathVariable BodyId id, HttpServletRequest request, Viewer viewer) {
        Language reader = languages.of(request);
        Body body = bodies.of(id, reader).orElseThrow(NotFound::new);
        ModelAndView shown = new ModelAndView("registry/body", "page", showing.page(body, viewer, reader));
        if (body.details().organising()) {
            shown.addObject(
                    "accent", new Accent(body.details().hue(), body.name().text(), "/bodies/" + id));
        }
        return shown;
    }
}
