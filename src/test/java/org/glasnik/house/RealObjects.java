package org.glasnik.house;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.glasnik.access.PersonId;
import org.glasnik.notify.Unsubscribing;
import org.glasnik.signin.Tokens;
import org.glasnik.testing.Cast;
import org.glasnik.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * What an address can name, really there and in the state that the route wants: {@code {body}} has the specialist and the
 * manager of the cast in it and is kept by the body of the organiser. What someone has changed is put right by {@link #renew}.
 */
final class RealObjects {
    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Timestamp NOW = Timestamp.from(TestClock.START);

    private static final UUID BATCH = UUID.fromString("01980000-0000-7000-8000-00000000000b");

    private final JdbcClient jdbc;
    private final Tokens tokens;
    private final Unsubscribing unsubscribing;
    private final UUID body;
    private final UUID organising;
    private final UUID managerSeat;
    private final UUID seat;
    private final Map<String, Supplier<Object>> makers = new HashMap<>();
    private final Map<String, String> made = new HashMap<>();
    private int turn;

    RealObjects(JdbcClient jdbc, Tokens tokens, Unsubscribing unsubscribing) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.unsubscribing = unsubscribing;
        body = Cast.body(jdbc, "VK-01-002").value();
        organising = Cast.body(jdbc, "CN-00-002").value();
        managerSeat = seatOf("manager");
        seat = seatOf("specialist");
        bodiesAndSeats();
        people();
        links();
        operators();
        pages();
    }

    /** The text with ids and tokens in the place of names; a name means the same until the next renewal. */
    String filled(String text) {
        return NAME.matcher(text).replaceAll(found -> of(found.group(1)));
    }

    private String of(String name) {
        if (!made.containsKey(name)) {
            Supplier<Object> maker = makers.get(name);
            if (maker == null) {
                throw new AssertionError("Nobody makes a {" + name + "}");
            }
            made.put(name, maker.get().toString());
        }
        return made.get(name);
    }

    void renew() {
        made.clear();
        turn++;
        run("update registry.body set deleted_at = null, deleted_by = null where id in (?, ?)", body, organising);
        run("delete from registry.former_name where body_id = ?", body);
        run(
                "update registry.body set version = 0, name_uk = 'Перша', ended_on = null, ending = null, keeper_id = ? where id = ?",
                organising,
                body);
        run("delete from identity.membership where person_id in (?, ?)", cast("resident"), cast("newcomer"));
        run(
                "update identity.membership set until = null, ended_by = null, ended_at = null where id in (?, ?)",
                seat,
                managerSeat);
        run("update identity.person set operator = false where mail like '%@who.example'");
        run("delete from invitation.invitation");
        run("delete from officialpage.page where key like 'matrix%'");
        run("delete from officialpage.term where basis = 'matrix'");
        run("delete from pageduty.duty where basis = 'matrix'");
    }

    private UUID page(String status) {
        return id("""
                insert into officialpage.page (body_id, platform, key, handle, address, name, likeness, category, status, archived_on,
                                               created_at, changed_at)
                values (?, 'github', 'matrix-' || ?, 'matrix', 'https://github.com/matrix', 'matrix', 'matrix', 'card', ?,
                        case when ? = 'archived' then date '2027-03-01' end, ?, ?) returning id""", body, turn + "-" + made.size(), status, status, NOW, NOW);
    }

    private void pages() {
        makers.put("page", () -> page("live"));
        makers.put("plannedPage", () -> page("planned"));
        makers.put("archivedPage", () -> page("archived"));
        makers.put("binnedPage", () -> {
            UUID page = page("live");
            run("update officialpage.page set deleted_at = ? where id = ?", NOW, page);
            return page;
        });
        makers.put("codedPage", () -> {
            UUID page = page("live");
            run(
                    "insert into officialpage.posted_code (page_id, code, by_id, at) values (?, 'x', ?, ?)",
                    page,
                    cast("specialist"),
                    NOW);
            return page;
        });
        makers.put(
                "proof",
                () -> id(
                        "insert into officialpage.proof (page_id, kind, seen_on, code, by_id, at)"
                                + " values (?, 'code', '2027-03-01', 'x', ?, ?) returning id",
                        UUID.fromString(of("page")),
                        cast("specialist"),
                        NOW));
        makers.put("term", () -> id("""
                insert into officialpage.term (jurisdiction, months, since, basis, verified_on, created_at)
                values ('XV', 6, '2027-03-01', 'matrix', '2027-03-01', ?) returning id""", NOW));
        makers.put("duty", () -> duty(null));
        makers.put("endedDuty", () -> duty("2027-03-02"));
    }

    private UUID duty(@Nullable String until) {
        return id("""
                insert into pageduty.duty (jurisdiction, kind, platform, since, until, basis, verified_on, created_at)
                values ('XV', 'other', 'x', '2027-03-01', cast(? as date), 'matrix', '2027-03-01', ?) returning id""", until, NOW);
    }

    private Object anImport(String state) {
        return id("""
                insert into importing.import (kind, file_name, format, person_id, headings, state, total, created_at)
                values ('bodies', 'x.csv', 'CSV', ?, '["code"]', ?, 0, ?) returning id""", cast("organiser"), state, NOW);
    }

    private UUID names(String deleted) {
        UUID owner = cast("organiser");
        UUID list = id(
                "insert into namematch.list (person_id, title, headings, name_column, context_columns, created_at, matched_at, deleted_at)"
                        + " values (?, 'x.csv', '[\"a\", \"b\"]', 0, '{}', ?, ?, " + deleted + ") returning id",
                owner,
                NOW,
                NOW);
        run(
                "insert into namematch.line (list_id, number, person_id, cells, name, context, name_key, context_key, verdict, found)"
                        + " values (?, 1, ?, '[\"X\", \"Y\"]', 'X', '[]', 'x', '', 'none', '[]')",
                list,
                owner);
        return list;
    }

    private UUID decision(String undone) {
        run("delete from namematch.decision");
        return id(
                "insert into namematch.decision (batch_id, name, context, name_key, context_key, decided_by, decided_at, undone_at)"
                        + " values (?, 'Z', '[]', 'z', '', ?, ?, " + undone + ") returning id",
                BATCH,
                cast("organiser"),
                NOW);
    }

    private void bodiesAndSeats() {
        makers.put("body", () -> body);
        makers.put("organising", () -> organising);
        makers.put("other", () -> Cast.body(jdbc, "UZ-01-002"));
        makers.put("binnedBody", () -> {
            run("update registry.body set deleted_at = ? where id = ?", NOW, body);
            return body;
        });
        makers.put("import", () -> anImport("judged"));
        makers.put("newImport", () -> anImport("mapping"));
        makers.put("format", () -> "json");
        makers.put("names", () -> names("null"));
        makers.put("deletedNames", () -> names("now()"));
        makers.put("row", () -> 1);
        makers.put("batch", () -> {
            decision("null");
            return BATCH;
        });
        makers.put("decision", () -> decision("null"));
        makers.put("forgotten", () -> decision("'2027-03-01'"));
        makers.put("renamedBody", () -> {
            run("insert into registry.former_name (body_id, name_uk, until) values (?, 'Давня', '2026-01-01')", body);
            return body;
        });
        makers.put("seat", () -> seat);
        makers.put("managerSeat", () -> managerSeat);
        makers.put("organiserSeat", () -> seatOf("umovnyi"));
        makers.put(
                "deskSeat",
                () -> id(
                        "insert into identity.membership (person_id, body_id, seat, since)"
                                + " values (?, ?, 'desk', '2027-01-01') returning id",
                        cast("newcomer"),
                        body));
        makers.put("endedSeat", () -> ended("manager"));
        makers.put("leftSeat", () -> ended("specialist"));
        makers.put("invitation", () -> invitation("other", "h.perekhozha@posta.example"));
        makers.put("deskInvitation", () -> invitation("desk", of("mail")));
    }

    private void people() {
        for (String key : new String[] {"specialist", "organiser", "resident"}) {
            makers.put(key, () -> cast(key));
        }
        makers.put("past", () -> cast("nebuvalko"));
        makers.put("mail", () -> "who" + turn + "@who.example");
        makers.put("person", () -> {
            UUID person = id(
                    "insert into identity.person (name, mail, mail_key) values ('Who', ?, ?) returning id",
                    of("mail"),
                    of("mail"));
            run(
                    "insert into identity.membership (person_id, body_id, seat, since) values (?, ?, 'other', '2027-01-01')",
                    person,
                    body);
            return person;
        });
        makers.put("binnedPerson", () -> changed("update identity.person set deleted_at = now() where id = ?"));
        makers.put("powerful", () -> changed("update identity.person set operator = true where id = ?"));
        makers.put(
                "passkey",
                () -> id("""
                insert into factor.passkey (person_id, credential_id, public_key, sign_count, uv_initialized, transports,
                    backup_eligible, backup_state, attestation_object, attestation_client, label, created_at, last_used_at)
                values (?, ?, 'k', 0, true, '', false, false, 'o', 'c', 'Key', now(), now()) returning id""", cast("specialist"), ("key" + turn).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        makers.put("session", () -> {
            String session = UUID.randomUUID().toString();
            run("""
                    insert into signin.session (primary_id, session_id, creation_time, last_access_time,
                                                max_inactive_interval, expiry_time, principal_name)
                    values (?, ?, 0, 0, 3600, 9000000000000, ?)""", session, session, cast("specialist").toString());
            return id(
                    "insert into signin.arrival (person_id, session_id, device, address, at)"
                            + " values (?, ?, 'x', 'x', now()) returning id",
                    cast("specialist"),
                    session);
        });
    }

    private void links() {
        makers.put("signInLink", () -> link("sign-in", "/"));
        makers.put("resetLink", () -> link("reset", ""));
        makers.put("oldLink", () -> link("address-old", change().toString()));
        makers.put("newLink", () -> link("address-new", change().toString()));
        makers.put(
                "registerLink",
                () -> tokens.issue(
                        "register",
                        null,
                        "{\"name\":\"Who\",\"mail\":\"%s\",\"language\":\"en\",\"zone\":\"\"}".formatted(of("mail")),
                        Duration.ofHours(1)));
        makers.put("invitationLink", () -> tokens.issue("invitation", null, of("invitation"), Duration.ofHours(1)));
        makers.put(
                "unsubscribeLink",
                () -> ReflectionTestUtils.invokeMethod(
                        unsubscribing, "token", new PersonId(cast("resident")), "sample"));
    }

    private void operators() {
        makers.put("language", () -> "ru");
        makers.put("template", () -> "notify.test");
        makers.put("installation", () -> "installation");
        makers.put("letter", () -> id("""
                insert into notify.letter (key, name, to_address, language, subject, text, html, secret, message_id, state,
                                           next_attempt_at, retry_until, created_at)
                values (?, 'notify.test', 'x@who.example', 'uk', 's', 't', 'h', false, '<' || gen_random_uuid() || '@x>',
                        'held', now(), now(), now()) returning id""", "matrix " + turn));
        makers.put("number", () -> {
            run("""
                    insert into personal.notice (number, text_uk, text_sr, text_ru, text_en, saved_at, published_at)
                    values (1, 'Text', '', '', '', now(), now()) on conflict do nothing""");
            return 1;
        });
        makers.put("draft", () -> {
            run(
                    "insert into personal.controller (name, contact, mail, changed_at) values ('Who', 'x', 'x@who.example', now())"
                            + " on conflict do nothing");
            run("""
                    insert into personal.notice (text_uk, text_sr, text_ru, text_en, version, saved_at)
                    values ('Text', '', '', '', 1, now()) on conflict (body_id, number) do update set version = 1""");
            return "installation";
        });
    }

    private UUID cast(String key) {
        return Cast.person(jdbc, key).value();
    }

    private UUID seatOf(String key) {
        return id("select id from identity.membership where person_id = ? and until is null", cast(key));
    }

    private UUID ended(String by) {
        run(
                "update identity.membership set until = '2027-03-01', ended_by = ?, ended_at = ? where id = ?",
                cast(by),
                NOW,
                seat);
        return seat;
    }

    private UUID changed(String sql) {
        UUID person = UUID.fromString(of("person"));
        run(sql, person);
        return person;
    }

    private UUID invitation(String wanted, String mail) {
        return id(
                """
                insert into invitation.invitation (body_id, seat, name, mail, mail_key, language, invited_by, created_at, sent_at,
                                                   expires_at)
                values (?, ?, 'Who', ?, ?, 'uk', ?, ?, ?, ?) returning id""",
                body,
                wanted,
                mail,
                mail,
                cast("operator"),
                NOW,
                NOW,
                Timestamp.from(TestClock.START.plus(Duration.ofDays(9))));
    }

    private String link(String purpose, String payload) {
        return tokens.issue(purpose, new PersonId(cast("resident")), payload, Duration.ofHours(1));
    }

    private UUID change() {
        run("delete from signin.address_change");
        return id("""
                insert into signin.address_change (person_id, mail, mail_key, requested_at, expires_at)
                values (?, 'next@who.example', 'next@who.example', ?, ?) returning id""", cast("resident"), NOW, Timestamp.from(TestClock.START.plus(Duration.ofDays(1))));
    }

    private void run(String sql, @Nullable Object... values) {
        jdbc.sql(sql).params(values).update();
    }

    private UUID id(String sql, @Nullable Object... values) {
        return jdbc.sql(sql).params(values).query(UUID.class).single();
    }
}
