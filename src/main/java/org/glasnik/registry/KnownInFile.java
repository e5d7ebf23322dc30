package org.glasnik.registry;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.jspecify.annotations.Nullable;

/**
 * The register together with a file on its way into it.
 *
 * @param stored bodies by code in lower case: all that the rows at hand name
 * @param above who stands under whom, in the register and in the rows that were taken so far
 */
record KnownInFile(
        BodyFile file,
        Map<String, StoredBody> stored,
        Map<UUID, UUID> above,
        @Override Set<String> jurisdictions) implements KnownBodies {
    @Nullable
    StoredBody stored(String code) {
        return stored.get(BodyFile.key(code));
    }

    @Override
    public boolean taken(String code, @Nullable BodyId except) {
        StoredBody body = stored(code);
        return body != null && !body.body().id().equals(except);
    }

    @Override
    public Optional<BodyId> byCode(String code) {
        StoredBody body = stored(code);
        if (body != null) {
            return body.binned() ? Optional.empty() : Optional.of(body.body().id());
        }
        return file.brings(code) ? Optional.of(new BodyId(file.id(code))) : above(code);
    }

    /** What stands above already may be named though no row names it. */
    private Optional<BodyId> above(String code) {
        return stored.values().stream()
                .filter(body -> body.parentCode() != null
                        && BodyFile.key(body.parentCode()).equals(BodyFile.key(code)))
                .findFirst()
                .map(body -> body.body().details().parent());
    }

    @Override
    public boolean circle(BodyId body, BodyId parent) {
        Set<UUID> seen = new HashSet<>();
        for (UUID up = parent.value(); up != null && seen.add(up); up = above.get(up)) {
            if (up.equals(body.value())) {
                return true;
            }
        }
        return false;
    }
}
