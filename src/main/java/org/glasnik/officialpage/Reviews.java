package org.glasnik.officialpage;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.glasnik.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** On which days pages were looked at and found in order. */
@Repository
public class Reviews {
    private final JdbcClient jdbc;

    Reviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where somebody has looked on that day before. */
    boolean add(PageId page, Viewer by, LocalDate day) {
        return add(Map.of(page, day), by.id()) == 1;
    }

    /** Of many pages, as another register knew them; nobody here has looked. Returns how many were new. */
    public int enter(Map<PageId, LocalDate> days) {
        return add(days, null);
    }

    private int add(Map<PageId, LocalDate> days, @Nullable UUID by) {
        return jdbc.sql("""
                        insert into officialpage.review (page_id, seen_on, by_id)
                        select page, day, cast(:by as uuid)
                        from unnest(cast(:pages as uuid[]), cast(:days as date[])) as given (page, day)
                        on conflict do nothing""")
                .param("pages", days.keySet().stream().map(PageId::value).toArray(UUID[]::new))
                .param(
                        "days",
                        days.values().stream().map(java.sql.Date::valueOf).toArray(java.sql.Date[]::new))
                .param("by", by)
                .update();
    }

    /** Only what the viewer said, and on that day. */
    boolean takeBack(PageId page, Viewer by, LocalDate day) {
        return jdbc.sql("delete from officialpage.review where page_id = :page and seen_on = :day and by_id = :by")
                        .param("page", page.value())
                        .param("day", day)
                        .param("by", by.me().value())
                        .update()
                == 1;
    }

    /** The page has another address: nobody has looked at that. */
    void forgetAll(PageId page) {
        jdbc.sql("delete from officialpage.review where page_id = :page")
                .param("page", page.value())
                .update();
    }
}
