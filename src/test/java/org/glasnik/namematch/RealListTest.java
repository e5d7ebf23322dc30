package org.glasnik.namematch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.SharedData;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The 1,458 names of a real service through the screen, against 1,772 hromadas beside the invented ones. */
@GlasnikTest
class RealListTest {

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aRealListIsMatchedWhileItsSenderWaits() throws Exception {
        register();
        Web browser = web.as("organiser").in("en");
        byte[] csv = list().getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();
        String list = browser.upload("/bodies/matching", "/bodies/matching", Map.of(), "file", "тривоги.csv", csv)
                .location();
        double seconds = (System.nanoTime() - start) / 1e9;
        Web.Answer shown = browser.get(list);
        System.out.printf(
                "1,458 names matched through the screen in %.2f s: %s%n",
                seconds, shown.page().select(".g-head li").eachText());
        assertThat(seconds).isLessThan(5);
        assertThat(shown.page().select(".g-head li").eachText())
                .isEqualTo(List.of("1,417 exact", "35 likely", "6 ambiguous: several bodies fit"));
        assertThat(shown.page().select("input[name=context][checked]").eachAttr("value"))
                .isEqualTo(List.of("0", "1"));
        browser.submit(list, list + "/likely", Map.of());
        assertThat(browser.get(list).page().select(".g-lead").text()).isEqualTo("6 names wait for you, of 1,458.");
    }

    private static String list() throws Exception {
        StringBuilder csv = new StringBuilder("stateName;districtName;communityName\n");
        JsonNode all = JsonMapper.builder()
                .build()
                .readTree(Files.readString(SharedData.file("authorities/ua_alert_communities.json")));
        all.get("states")
                .forEach(state -> state.path("districts")
                        .forEach(district -> district.path("communities")
                                .forEach(community -> csv.append(
                                                state.get("stateName").stringValue())
                                        .append(';')
                                        .append(district.get("districtName").stringValue())
                                        .append(';')
                                        .append(community.get("communityName").stringValue())
                                        .append('\n'))));
        return csv.toString();
    }

    private void register() throws Exception {
        List<String[]> rows = Files.readAllLines(SharedData.file("authorities/ua_hromadas_katottg.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .toList();
        String json = JsonMapper.builder().build().writeValueAsString(rows);
        String from = " from jsonb_array_elements(cast(? as jsonb)) r";
        jdbc.sql("insert into registry.body (code, kind, name_uk) select distinct r ->> 4, 'oblast', r ->> 5" + from)
                .param(json)
                .update();
        jdbc.sql(
                        "insert into registry.body (code, kind, name_uk, parent_id) select distinct r ->> 2, 'district', r ->> 3, p.id"
                                + from + " join registry.body p on p.code = r ->> 4")
                .param(json)
                .update();
        jdbc.sql("insert into registry.body (code, kind, name_uk, parent_id) select r ->> 0, 'hromada', r ->> 1, p.id"
                        + from + " join registry.body p on p.code = r ->> 2")
                .param(json)
                .update();
    }
}
