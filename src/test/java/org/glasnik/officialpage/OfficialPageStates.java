package org.glasnik.officialpage;

import java.util.Map;
import java.util.UUID;
import org.glasnik.testing.CastPages;
import org.glasnik.testing.PageStates;
import org.glasnik.testing.Web;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages from none to 300, their forms refused, two people at one form, each way of showing ownership, the bin. */
@Component
class OfficialPageStates implements PageStates {
    private final JdbcClient jdbc;

    OfficialPageStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void show(Web web, Shown shown) {
        Web operator = web.as("operator");
        Web specialist = web.as("specialist");
        String page = "/pages/" + CastPages.page(jdbc, "https://www.facebook.com/glasnik_demo_vyhadivka");
        String overdue = "/pages/" + CastPages.page(jdbc, "https://t.me/glasnik_demo_vyhadivka");
        shown.add("new page without anything", 422, operator.submit("/pages/new", "/pages", Map.of("status", "live")));
        shown.add("new page of a body", 200, specialist.get("/pages/new?body=VK-01-002"));
        shown.add(
                "page with wrong fields",
                422,
                specialist.submit(
                        page + "/edit",
                        page,
                        Map.of(
                                "body", "none",
                                "address", "https://vk.соm/hromada",
                                "category", "",
                                "otherLanguages", "klingon",
                                "openedOn", "2099-01-01",
                                "purpose", "я".repeat(501))));
        shown.add(
                "page whose address is another's",
                422,
                operator.submit(
                        "/pages/new",
                        "/pages",
                        Map.of(
                                "body",
                                "VK-01-001",
                                "address",
                                "https://m.facebook.com/Glasnik_Demo_Vyhadivka/posts/5",
                                "category",
                                "card")));
        Web.Answer stale = specialist.get(page + "/edit");
        operator.submit(page + "/edit", page, Map.of("unit", "Прес-центр"));
        shown.add(
                "page that someone else has changed",
                409,
                specialist.submit(stale, page, Map.of("purpose", "Інше", "administrators", "")));
        shown.add("page with everything", 200, specialist.get(page));
        shown.add("page that is overdue", 200, specialist.get(overdue));
        shown.add("page for everyone", 200, web.anonymous().get(page));
        shown.add("proof", 200, specialist.get(overdue + "/proof"));
        specialist.submit(overdue + "/proof", overdue + "/proof/code", Map.of());
        shown.add("proof with a code", 200, specialist.get(overdue + "/proof"));
        shown.add(
                "proof without a link",
                422,
                specialist.submit(overdue + "/proof", overdue + "/proof/link", Map.of("seenOn", "")));
        shown.add(
                "proof without a name",
                422,
                specialist.submit(overdue + "/proof", overdue + "/proof/word", Map.of("mail", "x")));
        specialist.submit(overdue, overdue + "/archival", Map.of());
        shown.add("archived page with its notice", 200, specialist.get(overdue));
        specialist.submit(overdue, overdue + "/archival/undo", Map.of());
        jdbc.sql("delete from officialpage.posted_code").update();
        operator.submit(page, page + "/deletion", Map.of());
        shown.add("bin with a page", 200, operator.get("/bin"));
        operator.submit("/bin", page + "/deletion/undo", Map.of());
        shown.add("terms refused", 422, operator.submit("/pages/terms", "/pages/terms", Map.of("months", "0")));
        shown.add("pages, none found", 200, web.anonymous().get("/pages?text=nowhere"));
        many(web, shown);
    }

    private void many(Web web, Shown shown) {
        jdbc.sql("""
                        insert into officialpage.page (body_id, platform, key, handle, address, name, likeness, status, created_at,
                                                       changed_at)
                        select body_id, 'x', 'many' || n, 'many' || n, 'https://x.com/many' || n, 'many' || n, 'many' || n, 'live',
                               created_at, changed_at
                        from officialpage.page, generate_series(1, 300) n where key = 'glasnik_demo_vk'""").update();
        shown.add("pages, 300 and more", 200, web.as("operator").get("/pages?page=3"));
        UUID[] kept = jdbc.sql("select id from officialpage.page where deleted_at is null and name not like 'many%'")
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
        jdbc.sql("delete from officialpage.page where name like 'many%'").update();
        jdbc.sql("update officialpage.page set deleted_at = '2027-03-01' where id = any(?)")
                .param(kept)
                .update();
        shown.add("pages, none yet", 200, web.as("operator").get("/pages"));
        jdbc.sql("update officialpage.page set deleted_at = null where id = any(?)")
                .param(kept)
                .update();
    }
}
