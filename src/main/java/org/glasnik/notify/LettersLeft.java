package org.glasnik.notify;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters that will not leave of themselves. */
@Repository
public class LettersLeft {
    private final JdbcClient jdbc;

    LettersLeft(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param held wait for a mail server
     * @param failed will not be tried again
     */
    public record Count(long held, long failed) {}

    public Count count() {
        return jdbc.sql("""
                        select count(*) filter (where state = 'held') as held, count(*) filter (where state = 'failed') as failed
                        from notify.letter where state in ('held', 'failed')""").query(Count.class).single();
    }
}
