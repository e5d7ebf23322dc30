package org.glasnik.registry;

import java.util.Optional;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;
import org.glasnik.platform.Part;

/** A section of a body's page that a module above this one fills: who sits in its seats, its official pages. */
public interface BodyPanel {
    /** Sections stand in this order, small first. */
    int order();

    /** Empty where there is nothing for this viewer. */
    Optional<Part> of(Body body, Viewer viewer, Language reader);
}
