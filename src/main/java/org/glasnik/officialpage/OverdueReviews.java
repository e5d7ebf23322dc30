package org.glasnik.officialpage;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.glasnik.pageaddress.Platform;
import org.glasnik.registry.BodyKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many pages of a jurisdiction nobody has looked at in time. */
@Repository
public class OverdueReviews {
    private final JdbcClient jdbc;

    OverdueReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Pages of one kind of bodies on one platform. */
    public record Where(BodyKind kind, Platform platform) {}

    /** Where there is none, it is left out. */
    public Map<Where, Integer> in(String jurisdiction, LocalDate today) {
        Map<Where, Integer> overdue = new HashMap<>();
        jdbc.sql("""
                        select b.kind, p.platform, count(*)::int as pages
                        from officialpage.page p
                        join registry.body_open b on b.id = p.body_id and b.jurisdiction = :jurisdiction
                        join officialpage.due(:today) d on d.page_id = p.id and d.due_on < :today
                        where p.deleted_at is null
                        group by b.kind, p.platform""")
                .param("jurisdiction", jurisdiction)
                .param("today", today)
                .query((row, n) -> overdue.put(
                        new Where(
                                BodyKind.ofTag(row.getString("kind")).orElse(BodyKind.OTHER),
                                Platform.ofTag(row.getString("platform")).orElse(Platform.SITE)),
                        row.getInt("pages")))
                .list();
        return overdue;
    }
}
