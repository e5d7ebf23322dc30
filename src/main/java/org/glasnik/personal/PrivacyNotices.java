package org.glasnik.personal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Notices of the installation (no body) and of organisers: versions that stay and that everyone reads, and at most one draft
 * each, which is the operator's.
 */
@Repository
class PrivacyNotices {
    private static final String COLUMNS = "id, number, text_uk, text_sr, text_ru, text_en, version, published_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    PrivacyNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All that was published, the present one first. */
    List<PrivacyNotice> published(@Nullable BodyId body) {
        return jdbc.sql("select " + COLUMNS + " " + """
                        from personal.notice
                        where body_id is not distinct from :body and published_at is not null order by number desc""")
                .param("body", Controllerships.id(body), Types.OTHER)
                .query(PrivacyNotices::read)
                .list();
    }

    Optional<PrivacyNotice> draft(Viewer viewer, @Nullable BodyId body) {
        return jdbc.sql("select " + COLUMNS + " " + """
                        from personal.notice where :operator and body_id is not distinct from :body and published_at is null""")
                .param("operator", viewer.operator())
                .param("body", Controllerships.id(body), Types.OTHER)
                .query(PrivacyNotices::read)
                .optional();
    }

    /**
     * How far one notice is.
     *
     * @param body null for the installation
     * @param number of the present version, null where there is none
     */
    record Progress(
            @Nullable BodyId body,
            @Nullable Integer number,
            @Nullable Instant publishedAt,
            boolean draft) {}

    /** Of all that have a version or a draft; nobody but an operator sees any. */
    List<Progress> progress(Viewer viewer) {
        return jdbc.sql("""
                        select body_id, max(number) as number, max(published_at) as published_at,
                               bool_or(published_at is null) as draft
                        from personal.notice where :operator group by body_id""")
                .param("operator", viewer.operator())
                .query((row, n) -> {
                    UUID body = row.getObject("body_id", UUID.class);
                    Timestamp at = row.getTimestamp("published_at");
                    return new Progress(
                            body == null ? null : new BodyId(body),
                            row.getObject("number", Integer.class),
                            at == null ? null : at.toInstant(),
                            row.getBoolean("draft"));
                })
                .list();
    }

    /** Organisers with a notice of their own. */
    Set<BodyId> publishing() {
        return new HashSet<>(jdbc.sql("""
                        select distinct body_id from personal.notice
                        where published_at is not null and body_id is not null""")
                .query((row, n) -> new BodyId(row.getObject("body_id", UUID.class)))
                .list());
    }

    /** Empty where someone else has saved or published since version {@code seen} was shown (0: there was no draft). */
    Optional<UUID> save(Viewer by, @Nullable BodyId body, Map<Language, String> texts, int seen) {
        return jdbc.sql("""
                        insert into personal.notice as n (body_id, text_uk, text_sr, text_ru, text_en, version, saved_at, saved_by)
                        select :body, :uk, :sr, :ru, :en, 1, :now, :by
                        where :operator
                          and (:seen = 0 or exists (select from personal.notice
                                                    where body_id is not distinct from :body and number is null))
                        on conflict (body_id, number) do update
                        set text_uk = excluded.text_uk, text_sr = excluded.text_sr, text_ru = excluded.text_ru,
                            text_en = excluded.text_en, version = n.version + 1, saved_at = excluded.saved_at,
                            saved_by = excluded.saved_by
                        where n.version = :seen
                        returning id""")
                .param("body", Controllerships.id(body), Types.OTHER)
                .param("operator", by.operator())
                .param("uk", texts.get(Language.UK))
                .param("sr", texts.get(Language.SR))
                .param("ru", texts.get(Language.RU))
                .param("en", texts.get(Language.EN))
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.me().value())
                .param("seen", seen)
                .query((row, n) -> row.getObject("id", UUID.class))
                .optional();
    }

    /** Publishes the draft as it was shown. Empty where it is another by now; else the number it got. */
    Optional<Integer> publish(Viewer by, UUID draft, int seen) {
        return jdbc.sql("""
                        update personal.notice d
                        set number = 1 + coalesce((select max(n.number) from personal.notice n
                                                   where n.body_id is not distinct from d.body_id), 0),
                            published_at = :now, published_by = :by
                        where :operator and d.id = :draft and d.version = :seen and d.published_at is null
                        returning d.number""")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.me().value())
                .param("operator", by.operator())
                .param("draft", draft)
                .param("seen", seen)
                .query((row, n) -> row.getInt("number"))
                .optional();
    }

    private static PrivacyNotice read(ResultSet row, int place) throws SQLException {
        Timestamp published = row.getTimestamp("published_at");
        return new PrivacyNotice(
                row.getObject("id", UUID.class),
                row.getObject("number", Integer.class),
                PrivacyNotice.texts(
                        row.getString("text_uk"),
                        row.getString("text_sr"),
                        row.getString("text_ru"),
                        row.getString("text_en")),
                row.getInt("version"),
                published == null ? null : published.toInstant());
    }
}
