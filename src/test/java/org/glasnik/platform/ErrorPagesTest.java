package org.glasnik.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GlasnikTest
class ErrorPagesTest {
    @Autowired
    Web web;

    @Test
    void whatIsAbsentIsSaidInTheReadersLanguage() {
        Web.Answer answer = web.anonymous().in("sr").get("/no-such-page");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.page().select("h1").text()).isEqualTo("Нема такве странице");
        assertThat(answer.page().select("html").attr("lang")).isEqualTo("sr");
    }

    @Test
    void whoeverChangesTheLanguageOfAnErrorStaysWhereTheyAre() {
        Web.Answer answer = web.anonymous().in("sr").get("/no-such-page?a=b");
        assertThat(answer.page().select(".g-foot a[hreflang=en]").attr("href")).isEqualTo("/no-such-page?a=b&lang=en");
        Web.Answer posted = web.anonymous().in("sr").post("/no-such-page", java.util.Map.of());
        assertThat(posted.page().select(".g-foot a[hreflang=en]").attr("href")).isEqualTo("/?lang=en");
    }
}
