package org.glasnik.officialpage;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.deed.FieldWords;
import org.glasnik.platform.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class OfficialPageConfiguration {
    @Bean
    FieldWords platformsInDeeds(Texts texts) {
        return FieldWords.ofTexts("platform", texts, "officialpage.platform.");
    }

    @Bean
    FieldWords pageCategoriesInDeeds(Texts texts) {
        return FieldWords.ofTexts("pageCategory", texts, "officialpage.category.");
    }

    @Bean
    FieldWords pageStatusesInDeeds(Texts texts) {
        return FieldWords.ofTexts("pageStatus", texts, "officialpage.status.");
    }

    @Bean
    FieldWords proofsInDeeds(Texts texts) {
        return FieldWords.ofTexts("proof", texts, "officialpage.proof.");
    }

    /** Every night, before the bin of bodies is emptied: a body that no page refers to any more can go then. */
    @Bean
    RecurringTask<Void> emptyingBinOfPagesJob(
            PageFates fates, Deeds deeds, Clock clock, TransactionTemplate transaction) {
        return Tasks.recurring("empty-bin-of-pages", Schedules.daily(ZoneOffset.UTC, LocalTime.of(3, 5)))
                .execute((instance, context) -> transaction.executeWithoutResult(status -> empty(fates, deeds, clock)));
    }

    static void empty(PageFates fates, Deeds deeds, Clock clock) {
        for (PageId page : fates.purge(clock.instant().minus(PageFates.KEPT))) {
            deeds.recordOwn(Deed.of("webpage.purged", "page", page.value()));
        }
    }
}
