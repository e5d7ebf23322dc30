package org.glasnik.invitation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.glasnik.identity.Seat;
import org.glasnik.notify.LetterSample;
import org.glasnik.notify.Phrase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InvitationConfiguration {
    /** Long enough to see on the body's page that nobody answered. */
    private static final Duration KEPT = Duration.ofDays(90);

    @Bean
    LetterSample invitationLetter() {
        return new LetterSample(
                "invitation.seat",
                Map.of(
                        "name", "Оксана Прикладна",
                        "inviter", "Богдан Зразковий",
                        "body", "Вигадівська громада",
                        "seat", new Phrase(Seat.SPECIALIST.within()),
                        "days", Inviting.VALID.toDays()),
                true,
                null);
    }

    @Bean
    RecurringTask<Void> oldInvitations(Invitations invitations, Clock clock) {
        return Tasks.recurring("old-invitations", Schedules.daily(ZoneOffset.UTC, LocalTime.of(2, 40)))
                .execute((task, context) -> invitations.forget(clock.instant().minus(KEPT)));
    }
}
