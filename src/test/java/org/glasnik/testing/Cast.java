package org.glasnik.testing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The named cast of the demo: {@code Cast.person(jdbc, "organiser")}, {@code Cast.body(jdbc, "VK-01-002")}. */
public final class Cast {
    private static final Path FILES = Path.of("src/main/resources/demo");

    private Cast() {}

    static List<NamedCsvRecord> rows(String file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(FILES.resolve(file))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void load(DataSource source) {
        JdbcClient jdbc = JdbcClient.create(source);
        Map<String, UUID> bodies = new HashMap<>();
        jdbc.sql(
                        "insert into registry.jurisdiction (code, name_uk, name_sr, name_ru, name_en) values ('XV', 'Вигадана країна', 'Измишљена земља', 'Вымышленная страна', 'The Invented Country')")
                .update();
        for (NamedCsvRecord row : rows("bodies.csv")) {
            String population = row.getField("population");
            bodies.put(
                    row.getField("code"),
                    jdbc.sql("""
                                    insert into registry.body (code, kind, parent_id, name_uk, name_sr, name_ru, name_en,
                                                               population, site, mail, organising, jurisdiction)
                                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'XV') returning id""")
                            .params(
                                    row.getField("code"),
                                    row.getField("kind"),
                                    bodies.get(row.getField("parent")),
                                    row.getField("name_uk"),
                                    row.getField("name_sr"),
                                    row.getField("name_ru"),
                                    row.getField("name_en"),
                                    population.isEmpty() ? null : Integer.valueOf(population),
                                    row.getField("site"),
                                    row.getField("mail"),
                                    Boolean.valueOf(row.getField("organising")))
                            .query(UUID.class)
                            .single());
        }
        Map<String, UUID> people = new HashMap<>();
        for (NamedCsvRecord row : rows("people.csv")) {
            people.put(
                    row.getField("key"),
                    jdbc.sql("""
                                    insert into identity.person (name, mail, mail_key, language, operator)
                                    values (?, ?, ?, ?, ?) returning id""")
                            .params(
                                    row.getField("name"),
                                    row.getField("mail"),
                                    row.getField("mail").toLowerCase(java.util.Locale.ROOT),
                                    row.getField("language"),
                                    row.getField("key").equals("operator"))
                            .query(UUID.class)
                            .single());
        }
        for (NamedCsvRecord row : rows("seats.csv")) {
            if (!row.getField("person").equals("newcomer")) {
                String until = row.getField("until");
                jdbc.sql("""
                                insert into identity.membership (person_id, body_id, seat, since, until)
                                values (?, ?, ?, ?, ?)""")
                        .params(
                                people.get(row.getField("person")),
                                bodies.get(row.getField("body")),
                                row.getField("seat"),
                                LocalDate.parse(row.getField("since")),
                                until.isEmpty() ? null : LocalDate.parse(until))
                        .update();
            }
        }
        CastPages.load(jdbc, bodies, people);
    }

    /** A person of the cast by key. */
    public static PersonId person(JdbcClient jdbc, String key) {
        String mail = rows("people.csv").stream()
                .filter(row -> row.getField("key").equals(key))
                .findFirst()
                .orElseThrow()
                .getField("mail");
        return new PersonId(jdbc.sql("select id from identity.person where mail_key = lower(?)")
                .param(mail)
                .query(UUID.class)
                .single());
    }

    /** A body of the invented territory by its code. */
    public static BodyId body(JdbcClient jdbc, String code) {
        return new BodyId(jdbc.sql("select id from registry.body where code = ?")
                .param(code)
                .query(UUID.class)
                .single());
    }
}
