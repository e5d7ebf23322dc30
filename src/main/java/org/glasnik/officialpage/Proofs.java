package org.glasnik.officialpage;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Params;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By what pages were shown to be their bodies' own. Only people look: nothing is fetched. */
@Repository
class Proofs {
    /** Without signs that are taken for each other when they are copied by hand. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    Proofs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param by who recorded it */
    record Kept(UUID id, ShownBy said, PersonId by, Instant at) {}

    /** The latest first. */
    List<Kept> of(PageId page) {
        return jdbc.sql("select * from officialpage.proof where page_id = :page order by seen_on desc, id desc")
                .param("page", page.value())
                .query((row, n) -> new Kept(
                        row.getObject("id", UUID.class),
                        new ShownBy(
                                ProofKind.ofTag(row.getString("kind")).orElseThrow(),
                                row.getObject("seen_on", LocalDate.class),
                                row.getString("address"),
                                row.getString("code"),
                                row.getString("officer_name"),
                                row.getString("officer_position"),
                                row.getString("officer_mail")),
                        new PersonId(row.getObject("by_id", UUID.class)),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    UUID add(PageId page, Viewer by, ShownBy said) {
        return jdbc.sql("""
                        insert into officialpage.proof (page_id, kind, seen_on, address, code, officer_name, officer_position,
                                                        officer_mail, by_id, at)
                        values (:page, :kind, :seenOn, :address, :code, :officerName, :officerPosition, :officerMail, :by, :now)
                        returning id""")
                .params(Params.of(said))
                .param("page", page.value())
                .param("by", by.me().value())
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .single();
    }

    boolean remove(PageId page, UUID proof) {
        return jdbc.sql("delete from officialpage.proof where id = :id and page_id = :page")
                        .param("id", proof)
                        .param("page", page.value())
                        .update()
                == 1;
    }

    Optional<String> code(PageId page) {
        return jdbc.sql("select code from officialpage.posted_code where page_id = :page")
                .param("page", page.value())
                .query(String.class)
                .optional();
    }

    /** One code a page waits at a time: whoever asks again gets the same. */
    String make(PageId page, Viewer by) {
        StringBuilder code = new StringBuilder("glasnik-");
        for (int i = 0; i < 8; i++) {
            code.append(i == 4 ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return jdbc.sql("""
                        insert into officialpage.posted_code as c (page_id, code, by_id, at) values (:page, :code, :by, :now)
                        on conflict (page_id) do update set code = c.code returning code""")
                .param("page", page.value())
                .param("code", code.toString())
                .param("by", by.me().value())
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .single();
    }

    /** The code has been seen, or nobody waits for it any more. */
    void forget(PageId page) {
        jdbc.sql("delete from officialpage.posted_code where page_id = :page")
                .param("page", page.value())
                .update();
    }

    /** The page has another address or another body: nothing has been shown of that. */
    void forgetAll(PageId page) {
        forget(page);
        jdbc.sql("delete from officialpage.proof where page_id = :page")
                .param("page", page.value())
                .update();
    }
}
