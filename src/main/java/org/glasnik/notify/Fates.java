package org.glasnik.notify;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnik.access.Viewer;
import org.glasnik.listing.Exporting;
import org.glasnik.listing.ListRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has become of each letter, for operators alone. */
@Repository
class Fates {
    /** Outside the demo an operator must not sign in as others: letters that do so are read by nobody but their reader. */
    private static final String READABLE = "(text <> '' and (:demo or not secret))";

    private static final String COLUMNS = """
            select id, key, name, category, to_address, language, subject, secret, text <> '' as worded, %s as readable,
                   message_id, state, attempts, in_doubt, last_fault, created_at, next_attempt_at, sent_at
            """.formatted(READABLE);

    private static final String ASKED = """
            from notify.letter
            where :operator and not :impossible
              and (:state = '' or state = :state)
              and (:name = '' or name = :name)
              and (:address = '' or to_address ilike :pattern)
              and (cast(:from as timestamptz) is null or created_at >= :from)
              and (cast(:until as timestamptz) is null or created_at < :until)
            """;

    private static final Map<String, String> ORDER =
            Map.of("created", "created_at", "subject", "subject", "address", "to_address", "state", "state");

    private static final RowMapper<Fate> FATE = new SimplePropertyRowMapper<>(Fate.class);
    private static final RowMapper<Fate.Attempt> ATTEMPT = new SimplePropertyRowMapper<>(Fate.Attempt.class);

    private final JdbcClient jdbc;
    private final boolean demo;

    Fates(JdbcClient jdbc, @Value("${glasnik.demo:false}") boolean demo) {
        this.jdbc = jdbc;
        this.demo = demo;
    }

    /** How many pass the filter, and how many of all wait for a server or have failed. */
    record Counts(int matching, int held, int failed) {}

    Counts counts(Viewer viewer, FateFilter filter) {
        return ask("""
                        select (select count(*) %s) as matching,
                               count(*) filter (where state = 'held') as held,
                               count(*) filter (where state = 'failed') as failed
                        from notify.letter where :operator and state in ('held', 'failed')""".formatted(ASKED), viewer, filter).query(Counts.class).single();
    }

    List<Fate> page(Viewer viewer, FateFilter filter, ListRequest request) {
        return ask(COLUMNS + ASKED + order(request) + " limit :size offset :offset", viewer, filter)
                .param("demo", demo)
                .param("size", ListRequest.SIZE)
                .param("offset", request.offset())
                .query(FATE)
                .list();
    }

    /** All of them through a cursor: call it inside a transaction and close the stream. */
    Stream<Fate> all(Viewer viewer, FateFilter filter, ListRequest request) {
        return ask(COLUMNS + ASKED + order(request), viewer, filter)
                .param("demo", demo)
                .withFetchSize(Exporting.FETCHED)
                .query(FATE)
                .stream();
    }

    Optional<Fate> one(Viewer viewer, UUID id) {
        return jdbc.sql(COLUMNS + "from notify.letter where id = :id and :operator")
                .param("demo", demo)
                .param("id", id)
                .param("operator", viewer.operator())
                .query(FATE)
                .optional();
    }

    Optional<Fate.Text> text(Viewer viewer, UUID id) {
        return jdbc.sql("select text, html from notify.letter where id = :id and :operator and " + READABLE)
                .param("demo", demo)
                .param("id", id)
                .param("operator", viewer.operator())
                .query(Fate.Text.class)
                .optional();
    }

    List<Fate.Attempt> attempts(Viewer viewer, UUID id) {
        return jdbc.sql("""
                        select at, outcome, fault, code from notify.attempt
                        where letter_id = :id and :operator order by at, id""")
                .param("id", id)
                .param("operator", viewer.operator())
                .query(ATTEMPT)
                .list();
    }

    private record Subject(UUID id, String subject) {}

    Map<UUID, String> subjects(Set<UUID> ids) {
        return jdbc
                .sql("select id, subject from notify.letter where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(new SimplePropertyRowMapper<>(Subject.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Subject::id, Subject::subject));
    }

    /** True where the letter had not left yet. */
    boolean cancel(Viewer viewer, UUID id) {
        return jdbc.sql("""
                                update notify.letter set state = 'cancelled', last_fault = null
                                where id = :id and :operator and state in ('waiting', 'held')""")
                        .param("id", id)
                        .param("operator", viewer.operator())
                        .update()
                == 1;
    }

    /**
     * Sends a letter again: one that never left goes on as it is; of one that did a copy goes, as the same Message-ID would
     * be thrown away by the reader's server.
     *
     * @return the letter that goes; empty where its words are wiped, its reader has unsubscribed, or it is on its way already
     */
    Optional<UUID> resend(Viewer viewer, UUID id, MailServer server, Instant now) {
        return jdbc.sql("""
                        with wished as (
                            select * from notify.letter l
                            where id = :id and :operator and text <> '' and to_address <> ''
                              and not exists (select from notify.unsubscription u
                                              where u.person_id = l.person_id and u.category = l.category)),
                        again as (
                            update notify.letter l
                            set state = :state, next_attempt_at = :now, retry_until = :until, last_fault = null
                            from wished w
                            where l.id = w.id and (l.state in ('failed', 'cancelled') or l.state = 'held' and :served)
                            returning l.id),
                        copied as (
                            insert into notify.letter (key, name, category, to_address, person_id, language, subject, text,
                                                       html, unsubscribe, secret, message_id, state, next_attempt_at,
                                                       retry_until, created_at)
                            select 'again:' || gen_random_uuid(), name, category, to_address, person_id, language, subject,
                                   text, html, unsubscribe, secret, :messageId, :state, :now, :until, :now
                            from wished where state = 'sent'
                            returning id)
                        select id from again union all select id from copied""")
                .param("id", id)
                .param("operator", viewer.operator())
                .param("state", server.set() ? "waiting" : "held")
                .param("served", server.set())
                .param("messageId", Letters.messageId(server))
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(Deliveries.TRIED)))
                .query(UUID.class)
                .optional();
    }

    private static String order(ListRequest request) {
        return " order by " + request.orderBy(ORDER, "id" + (request.descending() ? " desc" : ""));
    }

    private JdbcClient.StatementSpec ask(String sql, Viewer viewer, FateFilter filter) {
        return jdbc.sql(sql)
                .param("operator", viewer.operator())
                .param("impossible", filter.impossible())
                .param("state", filter.state())
                .param("name", filter.name())
                .param("address", filter.address())
                .param("pattern", filter.addressPattern())
                .param("from", at(filter.from()))
                .param("until", at(filter.until()));
    }

    private static @Nullable Timestamp at(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
