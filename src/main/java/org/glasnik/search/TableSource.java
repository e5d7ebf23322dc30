package org.glasnik.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A kind whose documents are rows of one query. */
public abstract class TableSource implements SearchSource {
    /** The languages that names are kept in; Serbian once, as either script finds the other. */
    protected static final List<Language> LANGUAGES = List.of(Language.UK, Language.SR, Language.RU, Language.EN);

    protected final JdbcClient jdbc;
    private final String kind;
    private final int order;
    private final String heading;
    private final String rows;
    private final String id;

    /**
     * @param rows the query up to its last condition: {@code select b.id, … from … where b.deleted_at is null}
     * @param id the column of the ids in it, such as {@code b.id}
     */
    protected TableSource(JdbcClient jdbc, String kind, int order, String heading, String rows, String id) {
        this.jdbc = jdbc;
        this.kind = kind;
        this.order = order;
        this.heading = heading;
        this.rows = rows;
        this.id = id;
    }

    protected abstract SearchDocument document(ResultSet row) throws SQLException;

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public String heading() {
        return heading;
    }

    @Override
    public List<SearchDocument> after(@Nullable UUID after, int limit) {
        return jdbc.sql(rows + " and " + id + " > :after order by " + id + " limit :limit")
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("limit", limit)
                .query((row, n) -> document(row))
                .list();
    }

    @Override
    public List<SearchDocument> documents(Set<UUID> ids) {
        return jdbc.sql(rows + " and " + id + " = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> document(row))
                .list();
    }
}
