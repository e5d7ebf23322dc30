package org.glasnik.importing;

import java.util.Optional;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;

/** Who a person is today: asked before each step of an import, answered by the module that knows people. */
public interface Importers {
    /** Empty where the person is gone. */
    Optional<Viewer> viewer(PersonId person);
}
