package org.glasnik.pageaddress;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glasnik.testing.SharedData;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The addresses of a real register of official accounts, as people wrote them down over ten years. */
class RealAddressesTest {

    /** How that register calls a platform, and how we do; the others are closed or unknown to us, and are sites. */
    private static final Map<String, Platform> PLATFORMS = Map.of(
            "twitter", Platform.X,
            "facebook", Platform.FACEBOOK,
            "youtube", Platform.YOUTUBE,
            "linkedin", Platform.LINKEDIN,
            "flickr", Platform.FLICKR,
            "instagram", Platform.INSTAGRAM,
            "github", Platform.GITHUB,
            "pinterest", Platform.PINTEREST,
            "medium", Platform.MEDIUM);

    private static Path file(String name) {
        return SharedData.file("pages/" + name);
    }

    private static String platform(String typed) {
        return Typed.of(typed) instanceof Typed.Page page
                ? page.address().platform().tag()
                : Typed.of(typed).toString();
    }

    @Test
    void eachOfTheAccountsIsReadAsOnItsPlatform() throws IOException {
        Map<String, Integer> right = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (JsonNode account : JsonMapper.builder()
                .build()
                .readTree(file("usdr_commerce_accounts_2017.json").toFile())) {
            String service = account.get("service_key").asString();
            String url = account.get("service_url").asString();
            String expected = PLATFORMS.getOrDefault(service, Platform.SITE).tag();
            if (platform(url).equals(expected)) {
                right.merge(service, 1, Integer::sum);
            } else {
                wrong.add(service + " " + url + " " + platform(url));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(right)
                .isEqualTo(Map.ofEntries(
                        Map.entry("twitter", 160),
                        Map.entry("facebook", 149),
                        Map.entry("youtube", 43),
                        Map.entry("linkedin", 14),
                        Map.entry("flickr", 11),
                        Map.entry("instagram", 11),
                        Map.entry("github", 10),
                        Map.entry("pinterest", 4),
                        Map.entry("storify", 3),
                        Map.entry("google_plus", 2),
                        Map.entry("medium", 2),
                        Map.entry("tumblr", 1)));
        System.out.println("Accounts read as on their platforms: " + right);
    }

    @Test
    void eachOfTheFacebookAddressesIsRead() throws IOException {
        List<String> wrong = new ArrayList<>();
        int read = 0;
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(file("usdr_facebook_liveness_2017_first299.csv"))) {
            for (NamedCsvRecord row : rows) {
                String url = row.getField("url");
                if (Typed.of(url) instanceof Typed.Page page
                        && page.address().platform() == Platform.FACEBOOK
                        && page.address().address().equals(url)) {
                    read++;
                } else {
                    wrong.add(url);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(read).isEqualTo(299);
        System.out.println("Facebook addresses read: " + read);
    }
}
