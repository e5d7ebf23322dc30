package org.glasnik.officialpage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;
import org.glasnik.platform.Part;
import org.glasnik.platform.Rendering;
import org.glasnik.registry.Body;
import org.glasnik.registry.BodyPanel;
import org.springframework.stereotype.Component;

/** A body's official pages, on the body's page. */
@Component
class PagesPanel implements BodyPanel {
    /** @param mayAdd whether the viewer may enter a page of this body */
    record Panel(Body body, List<PageRow> rows, LocalDate today, boolean mayAdd) {
        List<PageRow> run() {
            return rows.stream()
                    .filter(row -> row.status() != PageStatus.ARCHIVED)
                    .toList();
        }

        List<PageRow> archived() {
            return rows.stream()
                    .filter(row -> row.status() == PageStatus.ARCHIVED)
                    .toList();
        }
    }

    private final PageRows rows;
    private final Pages pages;
    private final Today today;
    private final Rendering rendering;

    PagesPanel(PageRows rows, Pages pages, Today today, Rendering rendering) {
        this.rows = rows;
        this.pages = pages;
        this.today = today;
        this.rendering = rendering;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Part> of(Body body, Viewer viewer, Language reader) {
        List<PageRow> all = rows.ofBody(body.id(), viewer, reader, today.here());
        boolean powerful =
                viewer.operator() || viewer.organiser() || viewer.sitsIn().contains(body.id());
        boolean mayAdd =
                powerful && pages.changeableBody(body.details().code(), viewer).isPresent();
        return Optional.of(rendering.part("officialpage/_pages", new Panel(body, all, today.here(), mayAdd)));
    }
}
