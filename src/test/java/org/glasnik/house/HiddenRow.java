package org.glasnik.house;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnik.testing.Cast;
import org.glasnik.testing.TestClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A row of one list that some may not see.
 *
 * @param blind who gets the list without it, if at all
 * @param seeing who gets it once it is shown
 * @param mark a text that stands in its row, in every format
 * @param filters values by which it is found, at least one for each filter of the list
 * @param put makes it
 * @param show makes it visible where it is hidden from everyone
 * @param take takes it away as if it had never been
 */
record HiddenRow(
        String path,
        List<String> blind,
        List<String> seeing,
        String mark,
        Map<String, List<String>> filters,
        Runnable put,
        Runnable show,
        Runnable take) {
    static final UUID ID = UUID.fromString("01980000-0000-7000-8000-000000000001");
    private static final Timestamp NOW = Timestamp.from(TestClock.START);
    private static final String DAY = "2027-03-08";
    private static final String MAIL = "prykhovanyi@x.example";

    static Map<String, HiddenRow> all(JdbcClient jdbc, TransactionTemplate transaction) {
        return Stream.of(
                        people(jdbc),
                        bodies(jdbc),
                        deeds(jdbc, transaction),
                        letters(jdbc),
                        rows(jdbc),
                        names(jdbc),
                        decisions(jdbc),
                        pages(jdbc),
                        missing(jdbc))
                .collect(Collectors.toMap(HiddenRow::path, Function.identity()));
    }

    /** Somebody of a body that another organiser keeps. */
    private static HiddenRow people(JdbcClient jdbc) {
        return new HiddenRow(
                "/people",
                List.of("anonymous", "resident", "specialist", "manager2", "organiser"),
                List.of("operator", "organiser2"),
                MAIL,
                Map.of("text", List.of(MAIL, "Прихован"), "seat", List.of("other")),
                () -> {
                    run(
                            jdbc,
                            "update registry.body set keeper_id = ? where code = 'UZ-01-002'",
                            Cast.body(jdbc, "UZ-00-004").value());
                    run(
                            jdbc,
                            "insert into identity.person (id, name, mail, mail_key) values (?, 'Ян Прихований', ?, ?)",
                            ID,
                            MAIL,
                            MAIL);
                    run(
                            jdbc,
                            "insert into identity.membership (person_id, body_id, seat, since) values (?, ?, 'other', '2027-01-01')",
                            ID,
                            Cast.body(jdbc, "UZ-01-002").value());
                },
                () -> {},
                () -> {
                    run(jdbc, "delete from identity.membership where person_id = ?", ID);
                    run(jdbc, "delete from identity.person where id = ?", ID);
                });
    }

    /** A body in the bin, above one that is not. */
    private static HiddenRow bodies(JdbcClient jdbc) {
        UUID parent = Cast.body(jdbc, "VK-01-000").value();
        return new HiddenRow(
                "/bodies",
                List.of("anonymous", "organiser", "operator"),
                List.of("anonymous"),
                "ХХ-77",
                Map.of(
                        "text",
                        List.of("Прихована", "ХХ-77"),
                        "kind",
                        List.of("clinic"),
                        "parent",
                        List.of(parent.toString()),
                        "jurisdiction",
                        List.of("GB"),
                        "state",
                        List.of("ended")),
                () -> {
                    run(
                            jdbc,
                            "insert into registry.body (id, code, kind, name_uk, jurisdiction, ended_on, ending, parent_id, deleted_at) values (?, 'ХХ-77', 'clinic', 'Прихована', 'GB', '2026-01-01', 'abolished', ?, ?)",
                            ID,
                            parent,
                            NOW);
                    run(jdbc, "update registry.body set parent_id = ? where code = 'CN-00-001'", ID);
                },
                () -> run(jdbc, "update registry.body set deleted_at = null where id = ?", ID),
                () -> {
                    run(jdbc, "update registry.body set parent_id = null where code = 'CN-00-001'");
                    run(jdbc, "delete from registry.body where id = ?", ID);
                });
    }

    /** A row of a table that another organiser imports. */
    private static HiddenRow rows(JdbcClient jdbc) {
        return new HiddenRow(
                "/imports/" + ID,
                List.of("anonymous", "resident", "specialist", "organiser2"),
                List.of("operator", "organiser"),
                "Прихована",
                Map.of("fate", List.of("refused", "flagged", "kept")),
                () -> {
                    run(
                            jdbc,
                            "insert into importing.import (id, kind, file_name, format, person_id, headings, state, total, created_at)"
                                    + " values (?, 'bodies', 'x.csv', 'CSV', ?, '[]', 'judged', 1, ?)",
                            ID,
                            Cast.person(jdbc, "organiser").value(),
                            NOW);
                    run(
                            jdbc,
                            "insert into importing.row (import_id, number, cells, fate, flagged, kept, label)"
                                    + " values (?, 2, '[]', 'refused', true, true, 'Прихована')",
                            ID);
                },
                () -> {},
                () -> run(jdbc, "delete from importing.import where id = ?", ID));
    }

    /** A name of a list that another organiser has brought. */
    private static HiddenRow names(JdbcClient jdbc) {
        UUID owner = Cast.person(jdbc, "organiser").value();
        return new HiddenRow(
                "/bodies/matching/" + ID,
                List.of("anonymous", "resident", "specialist", "organiser2", "operator"),
                List.of("organiser"),
                "Прихована",
                Map.of("fate", List.of("likely"), "text", List.of("прихован")),
                () -> {
                    run(
                            jdbc,
                            "insert into namematch.list (id, person_id, title, headings, name_column, context_columns, created_at, matched_at)"
                                    + " values (?, ?, 'x.csv', '[]', 0, '{}', ?, ?)",
                            ID,
                            owner,
                            NOW,
                            NOW);
                    run(
                            jdbc,
                            "insert into namematch.line (list_id, number, person_id, cells, name, context, name_key, context_key, verdict, found)"
                                    + " values (?, 1, ?, '[\"Прихована\"]', 'Прихована', '[]', 'прихована', '', 'likely', '[]')",
                            ID,
                            owner);
                },
                () -> {},
                () -> run(jdbc, "delete from namematch.list where id = ?", ID));
    }

    /** What organisers have decided about a name is for organisers. */
    private static HiddenRow decisions(JdbcClient jdbc) {
        return new HiddenRow(
                "/bodies/matching/decisions",
                List.of("anonymous", "resident", "specialist", "manager"),
                List.of("operator", "organiser", "organiser2"),
                "Прихована",
                Map.of("text", List.of("прихован")),
                () -> run(
                        jdbc,
                        "insert into namematch.decision (id, batch_id, name, context, name_key, context_key, decided_by, decided_at)"
                                + " values (?, ?, 'Прихована', '[]', 'прихована', '', ?, ?)",
                        ID,
                        ID,
                        Cast.person(jdbc, "organiser").value(),
                        NOW),
                () -> {},
                () -> run(jdbc, "delete from namematch.decision where id = ?", ID));
    }

    /** What another organiser has done, beside something that its own organiser and the body's members may read. */
    private static HiddenRow deeds(JdbcClient jdbc, TransactionTemplate transaction) {
        UUID actor = Cast.person(jdbc, "organiser2").value();
        UUID body = Cast.body(jdbc, "UZ-00-004").value();
        UUID object = Cast.body(jdbc, "UZ-01-002").value();
        return new HiddenRow(
                "/deeds",
                List.of("anonymous", "resident", "organiser", "specialist"),
                List.of("operator", "organiser2"),
                "Прихована",
                Map.of(
                        "kind", List.of("body"),
                        "object", List.of(object.toString()),
                        "actor", List.of(actor.toString()),
                        "verb", List.of("body.changed"),
                        "body", List.of(body.toString()),
                        "from", List.of(DAY),
                        "to", List.of(DAY)),
                () -> deed(jdbc, ID, actor, object, body, "Прихована"),
                () -> {},
                () -> {
                    transaction.executeWithoutResult(status -> {
                        jdbc.sql("set local session_replication_role = replica").update();
                        jdbc.sql("truncate deed.waiting, deed.link, deed.batch, deed.detail, deed.deed")
                                .update();
                    });
                    UUID own = Cast.body(jdbc, "VK-01-002").value();
                    deed(
                            jdbc,
                            new UUID(ID.getMostSignificantBits(), 2),
                            Cast.person(jdbc, "organiser").value(),
                            own,
                            Cast.body(jdbc, "CN-00-002").value(),
                            "Власна");
                });
    }

    private static void deed(JdbcClient jdbc, UUID id, UUID actor, UUID object, UUID readers, String value) {
        run(
                jdbc,
                "insert into deed.deed (id, at, actor_id, verb, object_kind, object_id, body_id, about_person, detail_hash)"
                        + " values (?, ?, ?, 'body.changed', 'body', ?, ?, false, sha256('x'))",
                id,
                NOW,
                actor,
                object,
                readers);
        run(
                jdbc,
                "insert into deed.detail (deed_id, salt, changes) values (?, 'salt', '{\"nameUk\":[null,\"' || ? || '\"]}')",
                id,
                value);
    }

    /** The operator's own list: for others there is none, whatever they ask. */
    private static HiddenRow letters(JdbcClient jdbc) {
        return new HiddenRow(
                "/operate/letters",
                List.of("anonymous", "resident", "organiser"),
                List.of("operator"),
                MAIL,
                Map.of(
                        "state", List.of("held"),
                        "name", List.of("notify.test"),
                        "address", List.of(MAIL),
                        "from", List.of(DAY),
                        "to", List.of(DAY)),
                () -> run(jdbc, """
                        insert into notify.letter (id, key, name, to_address, language, subject, text, html, secret, message_id, state,
                                                   next_attempt_at, retry_until, created_at)
                        values (?, 'hidden', 'notify.test', ?, 'uk', 's', 't', 'h', false, '<hidden@x>', 'held', ?, ?, ?)""", ID, MAIL, NOW, NOW, NOW),
                () -> {},
                () -> run(jdbc, "delete from notify.letter where id = ?", ID));
    }

    /** A page that is only planned, of a body that another organiser keeps. */
    private static HiddenRow pages(JdbcClient jdbc) {
        UUID body = Cast.body(jdbc, "UZ-01-009").value();
        return new HiddenRow(
                "/pages",
                List.of("anonymous", "resident", "specialist", "manager2", "organiser"),
                List.of("operator", "organiser2"),
                "prykhovana_storinka",
                Map.of(
                        "text", List.of("prykhovana_storinka", "https://www.medium.com/@prykhovana_storinka/x"),
                        "kind", List.of("hromada"),
                        "platform", List.of("medium"),
                        "category", List.of("card"),
                        "status", List.of("planned"),
                        "lack", List.of("purpose", "unit", "language", "responsible"),
                        "jurisdiction", List.of("XV")),
                () -> {
                    run(
                            jdbc,
                            "update registry.body set keeper_id = ? where id = ?",
                            Cast.body(jdbc, "UZ-00-004").value(),
                            body);
                    run(jdbc, """
                            insert into officialpage.page (id, body_id, platform, key, handle, address, name, likeness, category, status,
                                                           created_at, changed_at)
                            values (?, ?, 'medium', '@prykhovana_storinka', 'prykhovana_storinka',
                                    'https://medium.com/@prykhovana_storinka', 'prykhovana_storinka', 'x', 'card', 'planned', ?, ?)""", ID, body, NOW, NOW);
                },
                () -> {},
                () -> run(jdbc, "delete from officialpage.page where id = ?", ID));
    }

    /** A body in the bin owes nothing. */
    private static HiddenRow missing(JdbcClient jdbc) {
        return new HiddenRow(
                "/duties/missing",
                List.of("anonymous", "organiser", "operator"),
                List.of("anonymous"),
                "Аа Прихована",
                Map.of(
                        "text", List.of("Аа Прихована", "ХХ-78"),
                        "kind", List.of("ministry"),
                        "platform", List.of("facebook"),
                        "jurisdiction", List.of("XV"),
                        "day", List.of(DAY)),
                () -> run(
                        jdbc,
                        "insert into registry.body (id, code, kind, name_uk, jurisdiction, deleted_at)"
                                + " values (?, 'ХХ-78', 'ministry', 'Аа Прихована', 'XV', ?)",
                        ID,
                        NOW),
                () -> run(jdbc, "update registry.body set deleted_at = null where id = ?", ID),
                () -> run(jdbc, "delete from registry.body where id = ?", ID));
    }

    private static void run(JdbcClient jdbc, String sql, Object... values) {
        jdbc.sql(sql).params(values).update();
    }
}
