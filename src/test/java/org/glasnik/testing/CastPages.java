package org.glasnik.testing;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.glasnik.pageaddress.PageAddress;
import org.glasnik.pageaddress.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The official pages of the invented territory and the duty to have them, as the demo has them. */
public final class CastPages {
    private CastPages() {}

    static void load(JdbcClient jdbc, Map<String, UUID> bodies, Map<String, UUID> people) {
        for (NamedCsvRecord row : Cast.rows("duties.csv")) {
            jdbc.sql("""
                            insert into pageduty.duty (jurisdiction, kind, platform, since, basis, verified_on, note, created_at)
                            values ('XV', ?, ?, ?, ?, ?, ?, now())""")
                    .params(
                            row.getField("kind"),
                            row.getField("platform"),
                            day(row, "since"),
                            row.getField("basis"),
                            day(row, "verified"),
                            row.getField("note"))
                    .update();
        }
        UUID operator = people.get("operator");
        for (NamedCsvRecord row : Cast.rows("pages.csv")) {
            page(jdbc, row, bodies.get(row.getField("body")), people, operator);
        }
    }

    private static void page(JdbcClient jdbc, NamedCsvRecord row, UUID body, Map<String, UUID> people, UUID operator) {
        PageAddress at = ((Typed.Page) Typed.of(row.getField("address"))).address();
        String status = row.getField("status");
        String languages = row.getField("languages");
        UUID page = jdbc.sql("""
                        insert into officialpage.page (body_id, platform, key, handle, address, name, likeness, purpose, unit,
                                                       languages, category, status, opened_on, archived_on, created_at, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '2026-11-20', '2026-11-20') returning id""")
                .params(
                        body,
                        at.platform().tag(),
                        at.key(),
                        at.handle(),
                        at.address(),
                        at.name(),
                        at.likeness(),
                        row.getField("purpose"),
                        row.getField("unit"),
                        languages.isEmpty() ? new String[0] : languages.split(", "),
                        row.getField("category"),
                        status,
                        day(row, "opened"),
                        status.equals("archived") ? LocalDate.parse("2026-11-20") : null)
                .query(UUID.class)
                .single();
        people(jdbc, "responsible", page, row, people);
        people(jdbc, "administrator", page, row, people);
        if (day(row, "reviewed") != null) {
            jdbc.sql("insert into officialpage.review (page_id, seen_on, by_id) values (?, ?, ?)")
                    .params(page, day(row, "reviewed"), operator)
                    .update();
        }
        if (!row.getField("proof").isEmpty()) {
            jdbc.sql("""
                            insert into officialpage.proof (page_id, kind, seen_on, address, code, officer_name,
                                                            officer_position, by_id, at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, '2026-11-20')""")
                    .params(
                            page,
                            row.getField("proof"),
                            day(row, "proved"),
                            row.getField("proof").equals("link") ? "https://kontakty.example" : "",
                            row.getField("proof").equals("code") ? "glasnik-DEMO-2026" : "",
                            row.getField("officer"),
                            row.getField("unit"),
                            operator)
                    .update();
        }
    }

    private static void people(JdbcClient jdbc, String table, UUID page, NamedCsvRecord row, Map<String, UUID> people) {
        String column = table.equals("administrator") ? "administrators" : table;
        for (String key : row.getField(column).split(";")) {
            if (!key.isEmpty()) {
                jdbc.sql("insert into officialpage." + table + " (page_id, person_id) values (?, ?)")
                        .params(page, people.get(key))
                        .update();
            }
        }
    }

    private static @Nullable LocalDate day(NamedCsvRecord row, String column) {
        String day = row.getField(column);
        return day.isEmpty() ? null : LocalDate.parse(day);
    }

    /** A page of the cast by its address. */
    public static UUID page(JdbcClient jdbc, String address) {
        PageAddress at = ((Typed.Page) Typed.of(address)).address();
        return jdbc.sql("select id from officialpage.page where platform = ? and key = ?")
                .params(at.platform().tag(), at.key())
                .query(UUID.class)
                .single();
    }

    /** Makes somebody answer for no page, so that nothing of pages waits for them. */
    public static void relieve(JdbcClient jdbc, PersonId person) {
        jdbc.sql("delete from officialpage.responsible where person_id = ?")
                .param(person.value())
                .update();
    }
}
