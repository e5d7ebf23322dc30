package org.glasnik.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real directories of three countries, through the screens as a person brings them: from one file three levels. */
@GlasnikTest
class RealDirectoriesTest {
    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    private Importing take(String file, Map<String, String> columns) throws Exception {
        return Importing.of(web.as("operator"), "bodies", file, Files.readAllBytes(Directory.file(file)))
                .columns(columns);
    }

    @Test
    void hromadasOfUkraine() throws Exception {
        String before = Directory.register(jdbc);
        Importing oblasts = take(
                        "ua_hromadas_katottg.tsv",
                        Map.of(
                                "code",
                                "katottg_oblast",
                                "nameUk",
                                "oblast",
                                "kind-all",
                                "oblast",
                                "jurisdiction-all",
                                "UA"))
                .apply();
        assertThat(oblasts.counts()).containsExactly(25, 0, 1747, 0);
        Importing raions = take(
                        "ua_hromadas_katottg.tsv",
                        Map.of(
                                "code",
                                "katottg_raion",
                                "nameUk",
                                "raion",
                                "parent",
                                "katottg_oblast",
                                "kind-all",
                                "district",
                                "jurisdiction-all",
                                "UA"))
                .apply();
        assertThat(raions.counts().getLast()).isZero();
        long start = System.nanoTime();
        Importing hromadas = take(
                "ua_hromadas_katottg.tsv",
                Map.of(
                        "code",
                        "katottg_hromada",
                        "nameUk",
                        "hromada_adj",
                        "parent",
                        "katottg_raion",
                        "kind-all",
                        "hromada",
                        "jurisdiction-all",
                        "UA"));
        Duration judged = Duration.ofNanos(System.nanoTime() - start);
        assertThat(hromadas.counts()).containsExactly(1772, 0, 0, 0);
        assertThat(hromadas.page("?fate=flagged").page().select("tbody tr th").eachText())
                .containsExactly("Вiйтовецька");
        start = System.nanoTime();
        hromadas.apply();
        Duration applied = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("1,772 hromadas: read and judged in " + judged + ", imported in " + applied);
        assertThat(judged.plus(applied)).isLessThan(Duration.ofSeconds(10));
        String after = Directory.register(jdbc);
        assertThat(after.lines().filter(line -> line.contains("|hromada|UA")).count())
                .isEqualTo(1772);
        hromadas.undo();
        assertThat(hromadas.page("?fate=kept").page().select("tbody tr")).isEmpty();
        assertThat(take(
                                "ua_hromadas_katottg.tsv",
                                Map.of(
                                        "code",
                                        "katottg_hromada",
                                        "nameUk",
                                        "hromada_adj",
                                        "parent",
                                        "katottg_raion",
                                        "kind-all",
                                        "hromada",
                                        "jurisdiction-all",
                                        "UA"))
                        .apply()
                        .counts())
                .containsExactly(1772, 0, 0, 0);
        assertThat(Directory.register(jdbc)).isEqualTo(after);
    }

    @Test
    void municipalitiesOfSerbia() throws Exception {
        Importing districts = take(
                        "rs_municipalities.tsv",
                        Map.of(
                                "code",
                                "district_latin",
                                "nameSr",
                                "district_cyrillic",
                                "population",
                                "",
                                "kind-all",
                                "district",
                                "jurisdiction-all",
                                "RS"))
                .apply();
        assertThat(districts.counts().getLast()).isZero();
        Importing all = take(
                        "rs_municipalities.tsv",
                        Map.of(
                                "code",
                                "name_latin",
                                "nameSr",
                                "name_cyrillic",
                                "parent",
                                "district_latin",
                                "kind-all",
                                "municipality",
                                "jurisdiction-all",
                                "RS"))
                .apply();
        assertThat(all.counts()).containsExactly(175, 0, 0, 0);
        assertThat(jdbc.sql("select population from registry.body where code = 'Ada'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(15617);
        List<String> latin = found("Niš");
        assertThat(latin).contains("Ниш - град").isEqualTo(found("Ниш"));
    }

    private List<String> found(String text) {
        return web.anonymous()
                .get("/bodies?jurisdiction=RS&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .page()
                .select("tbody th a")
                .eachText();
    }

    /** Present and abolished, with who goes on: a row may rest on one that comes later in the file. */
    @Test
    void authoritiesOfTheUnitedKingdom() throws Exception {
        Importing all = take(
                "uk_local_authorities_future.csv",
                Map.of(
                        "code",
                        "local-authority-code",
                        "nameEn",
                        "official-name",
                        "population",
                        "pop-2020",
                        "kind-all",
                        "council",
                        "jurisdiction-all",
                        "GB",
                        "foundedOn",
                        "start-date",
                        "endedOn",
                        "end-date",
                        "successors",
                        "replaced-by"));
        System.out.println("470 UK authorities: " + all.counts());
        assertThat(all.counts()).containsExactly(470, 0, 0, 0);
        all.apply();
        assertThat(jdbc.sql("select count(*) from registry.body where jurisdiction = 'GB' and ended_on is not null")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(50);
        assertThat(all.undo().page("?fate=kept").page().select("tbody tr")).isEmpty();
    }
}
