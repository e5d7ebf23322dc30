package org.glasnik.personal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.glasnik.access.PersonId;
import org.glasnik.personal.Column.Holds;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts a word that stands nowhere else into every column that holds something about a person: {@code canary-3-schema-table-column}.
 * A new table of people is filled by itself; where its constraints want more, it is told in {@link #WANTED}.
 */
final class Canaries {
    /** SQL of columns that cannot be guessed from their type. {@code $n} is the person's number. */
    static final Map<String, String> WANTED = new HashMap<>(Map.ofEntries(
            Map.entry("identity.person.language", ""),
            Map.entry("identity.membership.seat", "'other'"),
            Map.entry("invitation.invitation.seat", "'other'"),
            Map.entry("invitation.invitation.language", "'uk'"),
            Map.entry("invitation.invitation.expires_at", "now() + interval '1 day'"),
            Map.entry("file.file.sha256", "sha256('x')"),
            Map.entry("file.file.purpose", "'test'"),
            Map.entry("deed.detail.deed_id", "(select id from deed.deed order by id offset $n limit 1)"),
            Map.entry(
                    "officialpage.responsible.page_id",
                    "(select p.id from officialpage.page p where not exists (select from officialpage.responsible r"
                            + " where r.page_id = p.id) order by p.id limit 1)"),
            Map.entry(
                    "officialpage.administrator.page_id",
                    "(select id from officialpage.page order by id desc limit 1)"),
            Map.entry("officialpage.proof.kind", "'word'"),
            Map.entry("signin.token.purpose", "'test'"),
            Map.entry("signin.token.expires_at", "now() + interval '1 day'"),
            Map.entry("signin.session.principal_name", "'$person'"),
            Map.entry("signin.session.primary_id", "gen_random_uuid()"),
            Map.entry(
                    "signin.session_attributes.session_primary_id",
                    "(select primary_id from signin.session where person_id = '$person')"),
            Map.entry("signin.mail_request.kind", "'link'"),
            Map.entry("signin.mail_request.zone", "'canary-$n-signin-mail_request-zone'"),
            Map.entry("signin.password.hash", "'$argon2id$canary-$n-signin-password-hash'"),
            Map.entry("importing.import.kind", "'people'"),
            Map.entry("importing.import.headings", "'[]'"),
            Map.entry("importing.row.number", "$n"),
            Map.entry("importing.row.cells", "'[]'"),
            Map.entry("namematch.list.headings", "'[]'"),
            Map.entry("namematch.list.context_columns", "'{}'"),
            Map.entry("namematch.line.number", "$n"),
            Map.entry("namematch.line.cells", "'[]'"),
            Map.entry("namematch.line.context", "'[]'"),
            Map.entry("namematch.line.verdict", "'none'"),
            Map.entry("namematch.line.found", "'[]'"),
            Map.entry("factor.challenge.purpose", "'add'"),
            Map.entry("notify.letter.state", "'waiting'"),
            Map.entry("notify.letter.name", "'test.letter'"),
            Map.entry("notify.letter.to_address", "'canary-$n-notify-letter-to_address'"),
            Map.entry("notify.letter.message_id", "'<' || gen_random_uuid() || '@test>'"),
            Map.entry("notify.letter.key", "gen_random_uuid()::text")));

    private final JdbcClient jdbc;
    private final List<Columns.Reference> references;

    Canaries(JdbcClient jdbc, List<Columns.Reference> references) {
        this.jdbc = jdbc;
        this.references = references;
    }

    /** Returns the canaries that were set free, but for those in what opens something. */
    Set<String> fill(PersonTables tables, PersonId person, int n) {
        Set<String> free = new TreeSet<>();
        // Whoever is referred to comes first: the other way round than erasure goes.
        for (PersonTable table : tables.own().reversed()) {
            if (table.name().equals("identity.person")) {
                account(table, person, n);
            } else if (!table.name().equals("personal.erasure")) {
                row(table, person, n);
            }
            table.columns().stream()
                    .filter(c -> c.is(Holds.PERSONAL) && sings(c))
                    .forEach(c -> free.add(canary(c, n)));
        }
        return free;
    }

    static String canary(Column column, int n) {
        return "canary-" + n + "-" + column.schema() + "-" + column.table() + "-" + column.name();
    }

    /** Whether any text can stand there. */
    static boolean sings(Column column) {
        String wanted = WANTED.get(column.of() + "." + column.name());
        return !column.generated()
                && (wanted == null || wanted.contains("canary"))
                && Set.of("text", "bytea").contains(column.type());
    }

    private void account(PersonTable table, PersonId person, int n) {
        String set = table.columns().stream()
                .filter(c -> (c.is(Holds.PERSONAL) || c.is(Holds.SECRET)) && sings(c))
                .map(c -> c.quoted() + " = '" + canary(c, n) + "'")
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        jdbc.sql("update identity.person set " + set + " where id = ?")
                .param(person.value())
                .update();
    }

    private void row(PersonTable table, PersonId person, int n) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Column column : table.columns()) {
            String value = value(column, table, person, n);
            if (!value.isEmpty()) {
                names.add(column.quoted());
                values.add(value);
            }
        }
        String sql = "insert into %s (%s) values (%s)"
                .formatted(table.quoted(), String.join(", ", names), String.join(", ", values));
        try {
            jdbc.sql("savepoint filling").update();
            jdbc.sql(sql).update();
        } catch (org.springframework.dao.DataAccessException e) {
            throw new AssertionError("Say in Canaries.WANTED how a row of " + table.name() + " looks: " + sql, e);
        }
    }

    private String value(Column column, PersonTable table, PersonId person, int n) {
        String wanted = WANTED.get(column.of() + "." + column.name());
        if (column.generated()) {
            return "";
        }
        if (wanted != null) {
            return wanted.replace("$person", person.toString()).replace("$n", String.valueOf(n));
        }
        if (column.equals(table.person())) {
            return "'" + person + "'";
        }
        if ((column.is(Holds.PERSONAL) || column.is(Holds.SECRET)) && sings(column)) {
            return "'" + canary(column, n) + "'";
        }
        if (column.is(Holds.ACTOR) && !column.nullable()) {
            return "'" + person + "'";
        }
        if (column.nullable() || defaulted(column)) {
            return "";
        }
        return switch (column.type()) {
            case "uuid" -> referred(column);
            case "boolean" -> "false";
            case "integer", "bigint", "smallint" -> "1";
            case "timestamp with time zone", "date" -> "now()";
            case "bytea" -> "'x'";
            default -> column.type().startsWith("character") ? "gen_random_uuid()::text" : "'word-" + n + "'";
        };
    }

    private boolean defaulted(Column column) {
        return jdbc.sql("""
                        select column_default is not null from information_schema.columns
                        where table_schema = ? and table_name = ? and column_name = ?""")
                .params(column.schema(), column.table(), column.name())
                .query(Boolean.class)
                .single();
    }

    private String referred(Column column) {
        return references.stream()
                .filter(r -> r.of().equals(column.of()) && !r.to().equals("identity.person"))
                .findFirst()
                .map(r -> "(select id from " + r.to() + " order by id limit 1)")
                .orElse("gen_random_uuid()");
    }
}
