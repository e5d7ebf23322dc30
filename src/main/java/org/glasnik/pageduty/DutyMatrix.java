package org.glasnik.pageduty;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.glasnik.pageaddress.Platform;
import org.glasnik.registry.BodyKind;
import org.jspecify.annotations.Nullable;

/**
 * Who must have which pages on a day, and who has.
 *
 * @param kinds rows, in the order of their words
 * @param platforms columns
 */
record DutyMatrix(LocalDate day, List<BodyKind> kinds, List<Platform> platforms, List<Cell> cells) {
    /**
     * One kind of bodies on one platform.
     *
     * @param must how many bodies must have a page
     * @param have how many of them have one
     * @param overdue pages there that nobody has looked at in time; 0 for any day but today
     */
    record Cell(BodyKind kind, Platform platform, int must, int have, int overdue) {
        int lack() {
            return must - have;
        }
    }

    /** Null where there is no duty. */
    @Nullable
    Cell at(BodyKind kind, Platform platform) {
        return cells.stream()
                .filter(cell -> cell.kind() == kind && cell.platform() == platform)
                .findFirst()
                .orElse(null);
    }

    Cell cell(BodyKind kind, Platform platform) {
        return Objects.requireNonNull(at(kind, platform));
    }

    int must() {
        return cells.stream().mapToInt(Cell::must).sum();
    }

    int have() {
        return cells.stream().mapToInt(Cell::have).sum();
    }

    int lack() {
        return must() - have();
    }
}
