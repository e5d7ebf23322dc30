package org.glasnik.officialpage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.glasnik.access.Viewer;
import org.glasnik.identity.desk.DeskCard;
import org.glasnik.identity.desk.DeskCards;
import org.glasnik.platform.DefaultZone;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.glasnik.registry.BodyName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** "What next" of whoever answers for pages: those that are to be looked at again, a month before the day and after it. */
@Repository
class PageCards implements DeskCards {
    private static final int AHEAD = 30;

    /** More than that nobody does in a month. */
    private static final int MOST = 10;

    private final JdbcClient jdbc;
    private final Texts texts;
    private final Clock clock;
    private final DefaultZone zone;

    PageCards(JdbcClient jdbc, Texts texts, Clock clock, DefaultZone zone) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
    }

    private record Due(UUID id, String address, BodyName body, LocalDate on) {}

    @Override
    public List<DeskCard> cards(Viewer viewer, Language reader) {
        if (viewer.sitsIn().isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone.get());
        return due(viewer, reader, today).stream()
                .map(due -> card(due, reader, today))
                .toList();
    }

    private DeskCard card(Due due, Language reader, LocalDate today) {
        // The whole of the last day is left.
        Instant last = due.on().plusDays(1).atStartOfDay(zone.get()).toInstant().minusSeconds(60);
        DeskCard card = DeskCard.toDo(
                        texts.text(reader, "officialpage.card.title"),
                        texts.text(
                                reader,
                                "officialpage.card.text",
                                "address",
                                due.address(),
                                "body",
                                due.body().text()),
                        "/pages/" + due.id())
                .dueAt(last)
                .doneBy(texts.text(reader, "officialpage.card.action"));
        return due.on().isBefore(today)
                ? card.in(DeskCard.Tone.LATE, texts.text(reader, "officialpage.card.late"))
                : card;
    }

    private List<Due> due(Viewer viewer, Language reader, LocalDate today) {
        return jdbc.sql("select p.id, p.address, d.due_on, " + Pages.BODY_NAMED + """
                         from officialpage.responsible r
                         join officialpage.page p on p.id = r.page_id and p.deleted_at is null
                         join registry.body_open b on b.id = p.body_id
                         join officialpage.due(:today) d on d.page_id = p.id and d.due_on <= :until
                        where r.person_id = :me and\s""" + PageRights.INSIDE
                        + " order by d.due_on, p.id limit " + MOST)
                .params(PageRights.of(viewer))
                .param("today", today)
                .param("until", today.plusDays(AHEAD))
                .param("reader", reader.tag())
                .query((row, n) -> new Due(
                        row.getObject("id", UUID.class),
                        row.getString("address"),
                        Pages.bodyName(row, reader),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }
}
