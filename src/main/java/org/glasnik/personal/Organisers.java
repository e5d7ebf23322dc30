package org.glasnik.personal;

import java.util.Map;
import org.glasnik.access.BodyId;
import org.glasnik.platform.Language;

/** Bodies that organise, each a controller of its own: asked here, answered by the module that knows bodies. */
public interface Organisers {
    /** Names in the reader's language where there are such, in the order of a list. */
    Map<BodyId, String> names(Language language);
}
