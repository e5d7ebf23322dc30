package org.glasnik.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glasnik.listing.Collation;
import org.glasnik.platform.Language;
import org.glasnik.platform.Params;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose law bodies live under: countries, and parts of them with laws of their own. Dated legal data hang on the codes. */
@Repository
public class Jurisdictions {
    private final JdbcClient jdbc;

    Jurisdictions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param bodies how many live under it */
    record Counted(String code, String nameUk, String nameSr, String nameRu, String nameEn, int bodies) {}

    /** Code to name, in the order of names. */
    public Map<String, String> in(Language reader) {
        Map<String, String> all = new LinkedHashMap<>();
        jdbc.sql("select j.code, " + Bodies.NAMED.replace("b.", "j.") + " from registry.jurisdiction j order by "
                        + Bodies.ORDER.formatted("j") + Collation.of(reader) + ", j.code")
                .param("reader", reader.tag())
                .query((row, n) ->
                        all.put(row.getString("code"), Bodies.name(row, reader).text()))
                .list();
        return all;
    }

    /** Each with how many bodies live under it, by code. */
    List<Counted> all() {
        return jdbc.sql("""
                        select j.code, j.name_uk, j.name_sr, j.name_ru, j.name_en,
                               (select count(*) from registry.body_open b where b.jurisdiction = j.code)::int as bodies
                        from registry.jurisdiction j order by j.code""")
                .query((row, n) -> new Counted(
                        row.getString("code"),
                        row.getString("name_uk"),
                        row.getString("name_sr"),
                        row.getString("name_ru"),
                        row.getString("name_en"),
                        row.getInt("bodies")))
                .list();
    }

    Optional<Jurisdiction> of(String code) {
        return jdbc.sql("select code, name_uk, name_sr, name_ru, name_en from registry.jurisdiction where code = :code")
                .param("code", code.replace("\0", ""))
                .query(Jurisdiction.class)
                .optional();
    }

    /** Adds one, or changes the names of the one that has the code. */
    public void put(Jurisdiction jurisdiction) {
        jdbc.sql("""
                        insert into registry.jurisdiction (code, name_uk, name_sr, name_ru, name_en)
                        values (:code, :nameUk, :nameSr, :nameRu, :nameEn)
                        on conflict (code) do update
                        set name_uk = excluded.name_uk, name_sr = excluded.name_sr, name_ru = excluded.name_ru,
                            name_en = excluded.name_en""").params(Params.of(jurisdiction)).update();
    }
}
