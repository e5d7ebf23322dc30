package org.glasnik.registry;

import java.util.Optional;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;
import org.glasnik.platform.Part;
import org.glasnik.platform.Rendering;
import org.springframework.stereotype.Component;

/** A body over the years, on its page: how it came, what it was called, how it ended and who goes on. */
@Component
class HistoryPanel implements BodyPanel {
    private final Lifecycles lifecycles;
    private final Rendering rendering;

    HistoryPanel(Lifecycles lifecycles, Rendering rendering) {
        this.lifecycles = lifecycles;
        this.rendering = rendering;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public Optional<Part> of(Body body, Viewer viewer, Language reader) {
        Lifecycle life = lifecycles.of(body.id(), reader);
        return life.any() ? Optional.of(rendering.part("registry/_history", life)) : Optional.empty();
    }
}
