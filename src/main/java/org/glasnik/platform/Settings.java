package org.glasnik.platform;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the operator has set for the whole installation, one row a setting. */
@Component
public class Settings {
    private final JdbcClient jdbc;
    private final Changing<Map<String, String>> all;

    Settings(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.all = changes.cached("setting", this::read);
    }

    /** A typed setting with the value it has until someone sets it. */
    public <T> Setting<T> of(String name, String initially, Function<String, T> read, Function<T, String> write) {
        return new Setting<>(this, name, initially, read, write);
    }

    String get(String name, String initially) {
        return all.get().getOrDefault(name, initially);
    }

    void set(String name, String value) {
        jdbc.sql("""
                        insert into platform.setting (name, value) values (:name, :value)
                        on conflict (name) do update set value = excluded.value""").param("name", name).param("value", value).update();
        all.changed();
    }

    private Map<String, String> read() {
        return jdbc.sql("select name, value from platform.setting").query().listOfRows().stream()
                .collect(Collectors.toMap(r -> String.valueOf(r.get("name")), r -> String.valueOf(r.get("value"))));
    }
}
