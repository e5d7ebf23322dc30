package org.glasnik.importing;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What can be imported. */
@Component
class ImportKinds {
    private final ObjectProvider<ImportKind> kinds;

    ImportKinds(ObjectProvider<ImportKind> kinds) {
        this.kinds = kinds;
    }

    List<ImportKind> all() {
        return kinds.orderedStream().toList();
    }

    Optional<ImportKind> of(String code) {
        return kinds.stream().filter(kind -> kind.code().equals(code)).findFirst();
    }
}
