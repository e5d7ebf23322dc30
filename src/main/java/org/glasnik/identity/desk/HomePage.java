package org.glasnik.identity.desk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What next.
 *
 * @param first the one step for which someone waits, null where nobody does
 * @param groups the others: today, week, later, some time
 * @param next the next date to know where nothing is to be done
 * @param empty whether nothing is to be done
 */
record HomePage(
        @Nullable DeskCard first,
        Map<Group, List<DeskCard>> groups,
        @Nullable DeskCard next,
        boolean empty) {
    /** The week ends on Sunday. What is late belongs to today. */
    enum Group {
        TODAY,
        WEEK,
        LATER,
        UNDATED;

        static Group of(DeskCard card, Instant now, ZoneId zone) {
            if (card.at() == null) {
                return UNDATED;
            }
            LocalDate today = LocalDate.ofInstant(now, zone);
            LocalDate day = LocalDate.ofInstant(card.at(), zone);
            if (!day.isAfter(today)) {
                return TODAY;
            }
            return day.isAfter(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))) ? LATER : WEEK;
        }
    }

    static HomePage of(List<DeskCard> cards, Instant now, ZoneId zone) {
        List<DeskCard> sorted = new ArrayList<>(cards);
        sorted.sort(Comparator.comparing((DeskCard card) -> Objects.requireNonNullElse(card.at(), Instant.MAX))
                .thenComparing(DeskCard::title));
        sorted.removeIf(card -> !card.toDo() && card.at() != null && card.at().isBefore(now));
        boolean empty = sorted.stream().noneMatch(DeskCard::toDo);
        DeskCard first = sorted.stream()
                .filter(card -> card.waiting() && card.toDo())
                .findFirst()
                .orElse(null);
        Map<Group, List<DeskCard>> groups = new LinkedHashMap<>();
        for (Group group : Group.values()) {
            List<DeskCard> of = sorted.stream()
                    .filter(card -> card != first && Group.of(card, now, zone) == group)
                    .toList();
            if (!of.isEmpty()) {
                groups.put(group, of);
            }
        }
        DeskCard next =
                empty ? sorted.stream().filter(c -> c.at() != null).findFirst().orElse(null) : null;
        return new HomePage(first, groups, next, empty);
    }
}
