package org.glasnik.pageduty;

import java.util.List;
import java.util.Optional;
import org.glasnik.access.Viewer;
import org.glasnik.officialpage.Today;
import org.glasnik.platform.Language;
import org.glasnik.platform.Part;
import org.glasnik.platform.Rendering;
import org.glasnik.registry.Body;
import org.glasnik.registry.BodyPanel;
import org.springframework.stereotype.Component;

/** Which pages a body must have, on the body's page beside those that it has. */
@Component
class DutyPanel implements BodyPanel {
    record Panel(List<OwedPages.Owed> owed) {
        boolean lacking() {
            return owed.stream().anyMatch(one -> !one.has());
        }
    }

    private final OwedPages owed;
    private final Today today;
    private final Rendering rendering;

    DutyPanel(OwedPages owed, Today today, Rendering rendering) {
        this.owed = owed;
        this.today = today;
        this.rendering = rendering;
    }

    @Override
    public int order() {
        return 21;
    }

    @Override
    public Optional<Part> of(Body body, Viewer viewer, Language reader) {
        if (body.details().jurisdiction() == null) {
            return Optional.empty();
        }
        List<OwedPages.Owed> all = owed.of(body.id(), today.here());
        return all.isEmpty() ? Optional.empty() : Optional.of(rendering.part("pageduty/_owed", new Panel(all)));
    }
}
