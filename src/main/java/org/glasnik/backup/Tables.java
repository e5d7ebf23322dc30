package org.glasnik.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The tables of this product as the database describes them: those in the schemas that migrations are for. */
final class Tables {
    private static final String LEFT_OUT = "backup: left out";

    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    /** @param references other tables that a row of this one may need, itself left out */
    record Table(String name, List<String> columns, boolean leftOut, boolean personal, Set<String> references) {}

    record ForeignKey(String table, String name, String to) {}

    /** A schema for each module that has migrations. Others in the same database are not ours to touch. */
    static List<String> schemas() {
        Set<String> schemas = new TreeSet<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql")) {
                String[] parts = file.getURL().toString().split("/");
                schemas.add(parts[parts.length - 2]);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return List.copyOf(schemas);
    }

    /** All of them, by name. */
    List<Table> all() throws SQLException {
        List<ForeignKey> keys = foreignKeys();
        List<Table> tables = new ArrayList<>();
        try (var query = connection.prepareStatement("""
                select format('%I.%I', n.nspname, c.relname) as name,
                       coalesce(obj_description(c.oid, 'pg_class'), '') as comment,
                       array(select quote_ident(a.attname) from pg_attribute a
                             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                             order by a.attnum) as columns,
                       exists (select from pg_attribute a
                               where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                                 and col_description(c.oid, a.attnum) ~ '^data: (person|personal)\\M') as personal
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname = any (?)
                order by 1""")) {
            query.setArray(1, connection.createArrayOf("text", schemas().toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String name = rows.getString("name");
                    Set<String> references = new TreeSet<>();
                    keys.stream()
                            .filter(key -> key.table().equals(name) && !key.to().equals(name))
                            .forEach(key -> references.add(key.to()));
                    tables.add(new Table(
                            name,
                            Arrays.asList((String[]) rows.getArray("columns").getArray()),
                            rows.getString("comment").startsWith(LEFT_OUT),
                            rows.getBoolean("personal"),
                            references));
                }
            }
        }
        return tables;
    }

    /** References before what refers to them; where they go round in a circle, by name. */
    static List<Table> inOrder(List<Table> tables) {
        List<Table> ordered = new ArrayList<>();
        List<Table> left = new ArrayList<>(tables);
        while (!left.isEmpty()) {
            Set<String> waiting = new TreeSet<>();
            left.forEach(table -> waiting.add(table.name()));
            Table next = left.stream()
                    .filter(table -> table.references().stream().noneMatch(waiting::contains))
                    .findFirst()
                    .orElse(left.getFirst());
            ordered.add(next);
            left.remove(next);
        }
        return ordered;
    }

    List<ForeignKey> foreignKeys() throws SQLException {
        List<ForeignKey> keys = new ArrayList<>();
        try (var query = connection.prepareStatement("""
                select format('%I.%I', n.nspname, c.relname), quote_ident(k.conname), format('%I.%I', tn.nspname, t.relname)
                from pg_constraint k
                join pg_class c on c.oid = k.conrelid
                join pg_namespace n on n.oid = c.relnamespace
                join pg_class t on t.oid = k.confrelid
                join pg_namespace tn on tn.oid = t.relnamespace
                where k.contype = 'f' and k.conparentid = 0 and not k.condeferrable and n.nspname = any (?)
                order by 1, 2""")) {
            query.setArray(1, connection.createArrayOf("text", schemas().toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    keys.add(new ForeignKey(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return keys;
    }

    List<Manifest.SequencePart> sequences() throws SQLException {
        List<Manifest.SequencePart> sequences = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (var query = connection.prepareStatement("""
                select format('%I.%I', schemaname, sequencename) from pg_sequences
                where schemaname = any (?) order by 1""")) {
            query.setArray(1, connection.createArrayOf("text", schemas().toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        for (String name : names) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select last_value, is_called from " + name)) {
                row.next();
                sequences.add(new Manifest.SequencePart(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    List<Manifest.Migration> migrations() {
        return Arrays.stream(flyway(new OneTransaction(connection), null).info().applied())
                .filter(each -> each.getVersion() != null)
                .map(each -> new Manifest.Migration(each.getVersion().getVersion(), each.getChecksum()))
                .toList();
    }

    static Flyway flyway(DataSource source, @Nullable MigrationVersion target) {
        var configuration =
                Flyway.configure().dataSource(source).defaultSchema("platform").locations("classpath:db/migration");
        return (target == null ? configuration : configuration.target(target)).load();
    }

    /** Whether there is a row about anyone. */
    boolean lived() throws SQLException {
        for (Table table : all()) {
            if (table.personal()) {
                try (var statement = connection.createStatement();
                        var row = statement.executeQuery("select exists (select from " + table.name() + ")")) {
                    if (row.next() && row.getBoolean(1)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
