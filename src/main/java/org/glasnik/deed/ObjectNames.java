package org.glasnik.deed;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of one kind are called in the account: asked here, answered by the module that owns the kind. A kind
 * without an answer is shown without a name.
 */
public interface ObjectNames {
    /**
     * @param href address of the object's page, null where it has none
     */
    record Named(String name, @Nullable String href) {}

    /** The kind of {@link Deed#kind()}. */
    String kind();

    /** Whatever is unknown or gone is left out. Deleted things keep their names: the account still speaks of them. */
    Map<UUID, Named> names(Set<UUID> objects, Language language);
}
