package org.glasnik.pageduty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.glasnik.deed.ObjectNames;
import org.glasnik.pageaddress.Platform;
import org.glasnik.platform.Language;
import org.glasnik.platform.Params;
import org.glasnik.platform.Texts;
import org.glasnik.registry.BodyKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Duties over time. Call what changes them under {@link #lock}. */
@Repository
class Duties implements ObjectNames {
    private final JdbcClient jdbc;
    private final Texts texts;
    private final Clock clock;

    Duties(JdbcClient jdbc, Texts texts, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    /** All of a jurisdiction, past and coming ones too: by kind and platform, the latest first. */
    List<KeptDuty> in(String jurisdiction) {
        return jdbc.sql("select * from pageduty.duty where jurisdiction = :jurisdiction"
                        + " order by kind, platform, since desc")
                .param("jurisdiction", jurisdiction)
                .query(Duties::kept)
                .list();
    }

    Optional<KeptDuty> of(UUID id) {
        return jdbc.sql("select * from pageduty.duty where id = :id")
                .param("id", id)
                .query(Duties::kept)
                .optional();
    }

    /** Whoever changes duties looks first at what holds: one at a time until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('pageduty.duty', 0))")
                .query()
                .listOfRows();
    }

    /** What a new duty would meet: the one of the same kind on the same platform that holds or begins on its first day or later. */
    Optional<KeptDuty> met(Duty duty) {
        return jdbc.sql("""
                        select * from pageduty.duty
                        where jurisdiction = :jurisdiction and kind = :kind and platform = :platform
                          and (until is null or until > :since)
                        order by since desc limit 1""").params(Params.of(duty)).query(Duties::kept).optional();
    }

    UUID insert(Duty duty) {
        return jdbc.sql("""
                        insert into pageduty.duty (jurisdiction, kind, platform, since, basis, basis_address, verified_on, note,
                                                   created_at)
                        values (:jurisdiction, :kind, :platform, :since, :basis, :basisAddress, :verifiedOn, :note, :now)
                        returning id""")
                .params(Params.of(duty))
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .single();
    }

    /** @param until null: it goes on */
    void end(UUID id, @Nullable LocalDate until) {
        jdbc.sql("update pageduty.duty set until = :until where id = :id")
                .param("until", until, Types.DATE)
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from pageduty.duty where id = :id").param("id", id).update();
    }

    /** The one that ended when this began. */
    Optional<KeptDuty> before(KeptDuty duty) {
        return jdbc.sql("""
                        select * from pageduty.duty
                        where jurisdiction = :jurisdiction and kind = :kind and platform = :platform and until = :since""").params(Params.of(duty.duty())).query(Duties::kept).optional();
    }

    /** Whether another of the same kind on the same platform begins later. */
    boolean followed(KeptDuty duty) {
        return jdbc.sql("""
                        select exists (select 1 from pageduty.duty
                                       where jurisdiction = :jurisdiction and kind = :kind and platform = :platform
                                         and since > :since)""").params(Params.of(duty.duty())).query(Boolean.class).single();
    }

    @Override
    public String kind() {
        return "duty";
    }

    @Override
    public Map<UUID, Named> names(Set<UUID> objects, Language language) {
        Map<UUID, Named> named = new HashMap<>();
        jdbc.sql("select id, jurisdiction, kind, platform from pageduty.duty where id = any(:ids)")
                .param("ids", objects.toArray(UUID[]::new))
                .query((row, n) -> named.put(
                        row.getObject("id", UUID.class),
                        new Named(
                                row.getString("jurisdiction") + ", "
                                        + texts.text(language, "registry.kind." + row.getString("kind")) + ", "
                                        + texts.text(language, "officialpage.platform." + row.getString("platform")),
                                "/duties/" + row.getString("id"))))
                .list();
        return named;
    }

    private static KeptDuty kept(ResultSet row, int number) throws SQLException {
        return new KeptDuty(
                row.getObject("id", UUID.class),
                new Duty(
                        row.getString("jurisdiction"),
                        BodyKind.ofTag(row.getString("kind")).orElse(BodyKind.OTHER),
                        Platform.ofTag(row.getString("platform")).orElse(Platform.SITE),
                        row.getObject("since", LocalDate.class),
                        row.getString("basis"),
                        row.getString("basis_address"),
                        row.getObject("verified_on", LocalDate.class),
                        row.getString("note")),
                row.getObject("until", LocalDate.class));
    }
}
