package org.glasnik.notify;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnik.deed.ObjectNames;
import org.glasnik.platform.Language;
import org.springframework.stereotype.Component;

/** What letters are called in the account of deeds: only operators find deeds about them. */
@Component
class LetterNames implements ObjectNames {
    private final Fates fates;

    LetterNames(Fates fates) {
        this.fates = fates;
    }

    @Override
    public String kind() {
        return "letter";
    }

    @Override
    public Map<UUID, Named> names(Set<UUID> objects, Language language) {
        return fates.subjects(objects).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> new Named(e.getValue(), "/operate/letters/" + e.getKey())));
    }
}
