package org.glasnik.officialpage;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnik.platform.Params;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Terms of review over time: a new one ends the one before, so that on any day there is one. */
@Repository
class Terms {
    private final JdbcClient jdbc;
    private final Clock clock;

    Terms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param until the first day on which it counts no more, null while it lasts */
    record Kept(UUID id, Term term, @Nullable LocalDate until) {}

    /** The general ones first, then by jurisdiction; of each the latest first. */
    List<Kept> all() {
        return jdbc.sql("select * from officialpage.term order by jurisdiction nulls first, since desc")
                .query((row, n) -> new Kept(
                        row.getObject("id", UUID.class),
                        new Term(
                                row.getString("jurisdiction"),
                                row.getInt("months"),
                                row.getObject("since", LocalDate.class),
                                row.getString("basis"),
                                row.getString("basis_address"),
                                row.getObject("verified_on", LocalDate.class),
                                row.getString("note")),
                        row.getObject("until", LocalDate.class)))
                .list();
    }

    /** Empty where one that began on that day or later is there already. */
    Optional<UUID> begin(Term term) {
        lock();
        boolean later = jdbc.sql("""
                        select exists (select 1 from officialpage.term
                                       where jurisdiction is not distinct from :jurisdiction and since >= :since)""")
                .param("jurisdiction", term.jurisdiction(), Types.VARCHAR)
                .param("since", term.since())
                .query(Boolean.class)
                .single();
        if (later) {
            return Optional.empty();
        }
        jdbc.sql("""
                        update officialpage.term set until = :since
                        where jurisdiction is not distinct from :jurisdiction and until is null""")
                .param("jurisdiction", term.jurisdiction(), Types.VARCHAR)
                .param("since", term.since())
                .update();
        return Optional.of(jdbc.sql("""
                        insert into officialpage.term (jurisdiction, months, since, basis, basis_address, verified_on, note,
                                                       created_at)
                        values (:jurisdiction, :months, :since, :basis, :basisAddress, :verifiedOn, :note, :now) returning id""")
                .params(Params.of(term))
                .param("jurisdiction", term.jurisdiction(), Types.VARCHAR)
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .single());
    }

    /** Takes the latest term of a jurisdiction back; the one before goes on. The first general one stays. */
    Optional<Term> takeBack(UUID id) {
        lock();
        Optional<Kept> kept = all().stream()
                .filter(k -> k.id().equals(id) && k.until() == null)
                .filter(k -> k.term().jurisdiction() != null || !only(k))
                .findFirst();
        kept.ifPresent(k -> {
            jdbc.sql("delete from officialpage.term where id = :id")
                    .param("id", id)
                    .update();
            jdbc.sql("""
                            update officialpage.term set until = null
                            where jurisdiction is not distinct from :jurisdiction and until = :since""")
                    .param("jurisdiction", k.term().jurisdiction(), Types.VARCHAR)
                    .param("since", k.term().since())
                    .update();
        });
        return kept.map(Kept::term);
    }

    private boolean only(Kept general) {
        return all().stream().noneMatch(k -> k.term().jurisdiction() == null && !k.id().equals(general.id()));
    }

    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('officialpage.term', 0))")
                .query()
                .listOfRows();
    }
}
