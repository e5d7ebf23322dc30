package org.glasnik.personal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The columns of all tables of ours, as the database itself lists them. */
@Repository
class Columns {
    /** PostgreSQL's own schemas, and Flyway's table, which Flyway makes before any migration of ours. */
    private static final String OURS = """
             n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
             and c.relkind in ('r', 'p', 'm') and not c.relispartition and c.relname <> 'flyway_schema_history'
            """;

    private final JdbcClient jdbc;

    Columns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Column> all() {
        return jdbc.sql("""
                        select n.nspname as schema, c.relname as "table", a.attname as name,
                               format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
                               a.attgenerated <> '' as generated, col_description(c.oid, a.attnum) as said
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where """ + OURS + " order by n.nspname, c.relname, a.attnum")
                .query((row, n) -> new Column(
                        row.getString("schema"),
                        row.getString("table"),
                        row.getString("name"),
                        row.getString("type"),
                        row.getBoolean("nullable"),
                        row.getBoolean("generated"),
                        row.getString("said")))
                .list();
    }

    /**
     * @param of the table that refers, {@code schema.table}
     * @param to the table referred to
     * @param cascades whether a row goes, or forgets the other, when that is deleted
     */
    record Reference(String of, String to, boolean cascades) {}

    List<Reference> references() {
        return jdbc.sql("""
                        select n.nspname || '.' || c.relname as "of", tn.nspname || '.' || t.relname as "to",
                               k.confdeltype in ('c', 'n', 'd') as cascades
                        from pg_constraint k
                        join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                        join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
                        where k.contype = 'f' and k.conparentid = 0
                        order by 1, 2""")
                .query((row, n) -> new Reference(row.getString("of"), row.getString("to"), row.getBoolean("cascades")))
                .list();
    }
}
