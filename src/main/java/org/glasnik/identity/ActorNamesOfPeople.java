package org.glasnik.identity;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnik.deed.ActorNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names for the account of deeds, those of deleted people included: what they did stays done. */
@Repository
class ActorNamesOfPeople implements ActorNames {
    private final JdbcClient jdbc;

    ActorNamesOfPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Named(UUID id, String name) {}

    @Override
    public Map<UUID, String> names(Set<UUID> people) {
        return jdbc
                .sql("select id, name from identity.person where id = any(:ids) and erased_at is null")
                .param("ids", people.toArray(UUID[]::new))
                .query(Named.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Named::id, Named::name));
    }
}
