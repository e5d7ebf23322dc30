package org.glasnik.officialpage;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnik.deed.ObjectNames;
import org.glasnik.platform.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pages as the objects of deeds. */
@Repository
class NamesOfPagesInDeeds implements ObjectNames {
    private final JdbcClient jdbc;

    NamesOfPagesInDeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "page";
    }

    @Override
    public Map<UUID, Named> names(Set<UUID> objects, Language language) {
        Map<UUID, Named> named = new HashMap<>();
        jdbc.sql("select id, address, deleted_at is null as open from officialpage.page where id = any(:ids)")
                .param("ids", objects.toArray(UUID[]::new))
                .query((row, n) -> named.put(
                        row.getObject("id", UUID.class),
                        new Named(
                                row.getString("address"),
                                row.getBoolean("open") ? "/pages/" + row.getString("id") : null)))
                .list();
        return named;
    }
}
