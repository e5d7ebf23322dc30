package org.glasnik.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;
import org.glasnik.platform.Part;
import org.springframework.stereotype.Component;

/** Puts a body's page together: its record, its neighbours, and the sections of the modules above. */
@Component
class ShowingBody {
    private final BodyRecords records;
    private final Jurisdictions jurisdictions;
    private final List<BodyPanel> panels;

    ShowingBody(BodyRecords records, Jurisdictions jurisdictions, List<BodyPanel> panels) {
        this.records = records;
        this.jurisdictions = jurisdictions;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(BodyPanel::order))
                .toList();
    }

    BodyPage page(Body body, Viewer viewer, Language reader) {
        BodyDetails details = body.details();
        boolean keeps = details.keeper() != null && viewer.organises().contains(details.keeper());
        boolean own = viewer.organises().contains(body.id());
        List<Part> sections = panels.stream()
                .flatMap(panel -> panel.of(body, viewer, reader).stream())
                .toList();
        return new BodyPage(
                body,
                others(body),
                records.around(body.id(), reader),
                details.jurisdiction() == null ? null : jurisdictions.in(reader).get(details.jurisdiction()),
                sections,
                viewer.operator() || keeps || own,
                viewer.operator() || (keeps && !details.organising()),
                viewer.operator()
                        || viewer.organises().contains(body.readers())
                        || viewer.sitsIn().contains(body.id()));
    }

    private static List<BodyPage.OtherName> others(Body body) {
        List<BodyPage.OtherName> others = new ArrayList<>();
        BodyDetails details = body.details();
        add(others, body, Language.UK, details.nameUk());
        add(others, body, Language.SR, details.nameSr());
        add(others, body, Language.RU, details.nameRu());
        add(others, body, Language.EN, details.nameEn());
        return others;
    }

    private static void add(List<BodyPage.OtherName> others, Body body, Language language, String text) {
        if (!text.isEmpty() && body.name().language().source() != language) {
            others.add(new BodyPage.OtherName(language, text));
        }
    }
}
