package org.glasnik.identity.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomePageTest {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    /** Monday 8 March 2027, 14:00 in Kyiv. */
    private static final Instant NOW = Instant.parse("2027-03-08T12:00:00Z");

    private static DeskCard due(String title, String at) {
        return DeskCard.toDo(title, "", "/").dueAt(Instant.parse(at));
    }

    @Test
    void stepsStandUnderTheirDays() {
        DeskCard late = due("late", "2027-03-05T12:00:00Z");
        DeskCard tonight = due("tonight", "2027-03-08T21:59:00Z");
        DeskCard afterMidnight = due("after midnight in Kyiv", "2027-03-08T22:00:00Z");
        DeskCard sunday = due("sunday", "2027-03-14T21:59:00Z");
        DeskCard monday = due("monday", "2027-03-14T22:00:00Z");
        DeskCard someTime = DeskCard.toDo("some time", "", "/");
        DeskCard waits = due("someone waits", "2027-03-20T12:00:00Z").someoneWaits();
        HomePage page = HomePage.of(List.of(someTime, monday, waits, sunday, afterMidnight, tonight, late), NOW, KYIV);
        assertThat(page.first()).isEqualTo(waits);
        assertThat(page.groups())
                .isEqualTo(Map.of(
                        HomePage.Group.TODAY, List.of(late, tonight),
                        HomePage.Group.WEEK, List.of(afterMidnight, sunday),
                        HomePage.Group.LATER, List.of(monday),
                        HomePage.Group.UNDATED, List.of(someTime)));
        assertThat(page.empty()).isFalse();
    }

    @Test
    void nothingToDoTellsTheNextDate() {
        DeskCard past = DeskCard.known("past", "", "/", Instant.parse("2027-03-08T11:00:00Z"));
        DeskCard next = DeskCard.known("next", "", "/", Instant.parse("2027-03-24T13:00:00Z"));
        HomePage page = HomePage.of(List.of(next, past), NOW, KYIV);
        assertThat(page.empty()).isTrue();
        assertThat(page.next()).isEqualTo(next);
        assertThat(HomePage.of(List.of(), NOW, KYIV)).isEqualTo(new HomePage(null, Map.of(), null, true));
    }
}
