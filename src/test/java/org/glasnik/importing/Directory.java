package org.glasnik.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.glasnik.testing.SharedData;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real directories beside the project, where they are there; and the register as one text, to compare. */
public final class Directory {
    private Directory() {}

    public static Path file(String name) {
        return SharedData.file("authorities/" + name);
    }

    static List<String> lines(String name) throws IOException {
        return Files.readAllLines(file(name), StandardCharsets.UTF_8);
    }

    /** Each body, the bin left out, with all that a person can have written of it. */
    public static String register(JdbcClient jdbc) {
        return jdbc.sql("""
                        select string_agg(concat_ws('|', code, kind, (select p.code from registry.body p where p.id = b.parent_id),
                                                    name_uk, name_sr, name_ru, name_en, population, site, mail, phone, address,
                                                    jurisdiction, other_names, zone, founded_on, ended_on, ending, keeper_id,
                                                    array(select h.code from registry.successor s join registry.body h
                                                          on h.id = s.successor_id where s.body_id = b.id order by 1)),
                                          E'\\n' order by code)
                        from registry.body b where deleted_at is null""").query(String.class).single();
    }
}
