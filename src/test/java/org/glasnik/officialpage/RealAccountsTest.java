package org.glasnik.officialpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.pageaddress.Typed;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.SharedData;
import org.glasnik.testing.TestClock;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The accounts of one department in a real register of 2017 become pages of its agencies: what is stale and what is lacking is
 * listed as the data has it. The truth is computed from the file alone, without a line of what is tested.
 */
@GlasnikTest
class RealAccountsTest {
    private static final String FILE = "pages/usdr_commerce_accounts_2017.json";

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SavingPage saving;

    @Autowired
    Reviews reviews;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    /** The first of several records of one account, as the file has them. */
    private static Map<String, JsonNode> accounts() {
        Map<String, JsonNode> accounts = new LinkedHashMap<>();
        for (JsonNode account :
                JsonMapper.builder().build().readTree(SharedData.file(FILE).toFile())) {
            accounts.putIfAbsent(truth(account), account);
        }
        return accounts;
    }

    /** Which account it is: letters, digits and slashes alone tell one from another in this file. */
    private static String truth(JsonNode account) {
        return account.get("service_url")
                .asString()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://(www\\.)?", "")
                .strip()
                .replaceFirst("/?(profile)?(\\?.*)?$", "")
                .replaceAll("[^a-z0-9/]", "");
    }

    private int count(String query) {
        String caption = web.anonymous()
                .in("en")
                .get("/pages?jurisdiction=US" + query)
                .page()
                .select("caption")
                .text();
        return caption.isEmpty() ? 0 : Integer.parseInt(caption.replaceFirst(" .*", ""));
    }

    @Test
    void stalenessAndLacksAreListedAsTheDataHasThem() {
        int records = all().size();
        Map<String, JsonNode> accounts = accounts();
        int refused = transaction.execute(status -> enter());
        assertThat(records).isEqualTo(410);
        assertThat(accounts.size() + refused).isEqualTo(records);
        assertThat(count("")).isEqualTo(accounts.size());

        Map<String, Integer> platforms = new TreeMap<>();
        accounts.values()
                .forEach(a -> platforms.merge(
                        switch (a.get("service_key").asString()) {
                            case "twitter" -> "x";
                            case "storify", "google_plus", "tumblr" -> "site";
                            default -> a.get("service_key").asString();
                        },
                        1,
                        Integer::sum));
        Map<String, Integer> listed = new TreeMap<>();
        platforms.keySet().forEach(platform -> listed.put(platform, count("&platform=" + platform)));
        assertThat(listed).isEqualTo(platforms);

        Map<LocalDate, Integer> stale = new TreeMap<>();
        Map<LocalDate, Integer> overdue = new TreeMap<>();
        for (LocalDate day : List.of(LocalDate.of(2017, 6, 1), LocalDate.of(2018, 1, 1), LocalDate.of(2019, 1, 1))) {
            clock.set(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
            stale.put(day, (int) accounts.values().stream()
                    .filter(a -> updated(a).plusYears(1).isBefore(day))
                    .count());
            overdue.put(day, count("&lack=overdue"));
        }
        clock.set(TestClock.START);
        assertThat(overdue).isEqualTo(stale);

        assertThat(count("&lack=purpose")).isEqualTo((int) accounts.values().stream()
                .filter(a -> a.get("short_description").asString("").isBlank())
                .count());
        assertThat(count("&lack=unit")).isEqualTo((int) accounts.values().stream()
                .filter(a -> a.get("organization").asString("").isBlank())
                .count());
        assertThat(count("&lack=language")).isZero();
        assertThat(count("&lack=unproven")).isEqualTo(accounts.size());
        assertThat(count("&lack=unreviewed")).isZero();
        System.out.println("Accounts: " + records + ", entered " + accounts.size() + ", the same account once more "
                + refused
                + ", not reviewed for a year " + overdue + ", records of 410 not updated since 1 January 2017: "
                + all().stream()
                        .filter(a -> updated(a).isBefore(LocalDate.of(2017, 1, 1)))
                        .count());
        assertThat(all().stream().filter(a -> updated(a).isBefore(LocalDate.of(2017, 1, 1))))
                .hasSize(298);
        forget();
    }

    private static List<JsonNode> all() {
        List<JsonNode> all = new ArrayList<>();
        JsonMapper.builder().build().readTree(SharedData.file(FILE).toFile()).forEach(all::add);
        return all;
    }

    private static LocalDate updated(JsonNode account) {
        return LocalDate.ofInstant(Instant.parse(account.get("updated_at").asString()), ZoneOffset.UTC);
    }

    /** Each record is offered; one whose account is there already is refused. Returns how many were. */
    private int enter() {
        Map<String, BodyId> agencies = new HashMap<>();
        Map<PageId, LocalDate> reviewed = new HashMap<>();
        int refused = 0;
        for (JsonNode account : all()) {
            JsonNode agency = account.get("agencies").get(0);
            BodyId body = agencies.computeIfAbsent(
                    agency.get("name").asString(),
                    name -> new BodyId(jdbc.sql(
                                    "insert into registry.body (code, kind, name_en, jurisdiction) values (?, 'agency', ?, 'US') returning id")
                            .params("US-" + agency.get("id").asInt(), name)
                            .query(UUID.class)
                            .single()));
            PageDetails details = new PageDetails(
                    body,
                    ((Typed.Page) Typed.of(account.get("service_url").asString())).address(),
                    account.get("short_description").asString("").strip(),
                    account.get("organization").asString("").strip(),
                    account.get("language")
                                    .asString("")
                                    .toLowerCase(Locale.ROOT)
                                    .contains("english")
                            ? "en"
                            : "",
                    null,
                    PageStatus.LIVE,
                    LocalDate.ofInstant(Instant.parse(account.get("created_at").asString()), ZoneOffset.UTC));
            Optional<PageId> added = saving.add(Viewer.NOBODY, details, Set.of(), Set.of());
            added.ifPresent(id -> reviewed.put(id, updated(account)));
            refused += added.isEmpty() ? 1 : 0;
        }
        assertThat(reviews.enter(reviewed)).isEqualTo(reviewed.size());
        return refused;
    }

    private void forget() {
        jdbc.sql("delete from officialpage.page where body_id in (select id from registry.body where code like 'US-%')")
                .update();
        jdbc.sql("delete from registry.body where code like 'US-%'").update();
        assertThat(count("")).isZero();
    }
}
