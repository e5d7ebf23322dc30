package org.glasnik.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.glasnik.access.BodyId;
import org.glasnik.personal.Organisers;
import org.glasnik.platform.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Organising bodies, for their privacy notices. */
@Repository
class OrganisersWithNotices implements Organisers {
    private final JdbcClient jdbc;

    OrganisersWithNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Named(UUID id, String nameUk, String nameSr, String nameRu, String nameEn) {
        String in(Language language) {
            String wished = switch (language.source()) {
                case UK -> nameUk;
                case SR, SR_LATN -> nameSr;
                case RU -> nameRu;
                case EN -> nameEn;
            };
            return Stream.concat(Stream.of(wished), List.of(nameEn, nameUk, nameSr, nameRu).stream())
                    .filter(name -> !name.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    @Override
    public Map<BodyId, String> names(Language language) {
        Map<BodyId, String> names = new LinkedHashMap<>();
        jdbc.sql("""
                        select id, name_uk, name_sr, name_ru, name_en from registry.body_open
                        where organising order by code""").query(Named.class).list().forEach(body -> names.put(new BodyId(body.id()), body.in(language)));
        return names;
    }
}
