package org.glasnik.identity;

import java.util.List;
import org.glasnik.access.Viewer;
import org.glasnik.identity.desk.DeskCard;
import org.glasnik.identity.desk.DeskCards;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.glasnik.registry.BodyName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * "A seat of your body is empty", for its manager and its organisers. An organising body is reminded only of a seat that it
 * once filled: it need not have the seats that participants need.
 */
@Repository
class EmptySeats implements DeskCards {
    private final JdbcClient jdbc;
    private final Texts texts;

    EmptySeats(JdbcClient jdbc, Texts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    private record Empty(String body, BodyName name, String seat) {}

    @Override
    public List<DeskCard> cards(Viewer viewer, Language reader) {
        return empty(viewer, reader).stream()
                .map(e -> DeskCard.toDo(
                                texts.text(reader, "identity.desk.empty." + e.seat()),
                                e.name().text(),
                                "/bodies/" + e.body())
                        .doneBy(texts.text(reader, "identity.desk.fill")))
                .toList();
    }

    private List<Empty> empty(Viewer viewer, Language reader) {
        if (viewer.sitsIn().isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select b.id::text as body, seat,
                               registry.name_tag(:reader, b.name_uk, b.name_sr, b.name_ru, b.name_en) as tag,
                               registry.name_text(registry.name_tag(:reader, b.name_uk, b.name_sr, b.name_ru, b.name_en),
                                                  b.name_uk, b.name_sr, b.name_ru, b.name_en) as name
                        from (select body_id, bool_or(seat = 'manager') as manages from identity.membership
                              where person_id = :me and seat in ('manager', 'organiser') and until is null
                              group by body_id) mine
                        join registry.body_open b on b.id = mine.body_id and (mine.manages or b.organising)
                        cross join (values ('manager'), ('specialist')) as seat (seat)
                        where not exists (select 1 from identity.membership m
                                          where m.body_id = b.id and m.seat = seat.seat and m.until is null)
                          and (not b.organising
                               or exists (select 1 from identity.membership m
                                          where m.body_id = b.id and m.seat = seat.seat))
                        order by b.code, seat""")
                .param("reader", reader.tag())
                .param("me", viewer.me().value())
                .query((row, n) -> new Empty(
                        row.getString("body"),
                        BodyName.of(row.getString("name"), row.getString("tag"), reader),
                        row.getString("seat")))
                .list();
    }
}
