package org.glasnik.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@GlasnikTest
class HeadersTest {
    private static final String HSTS = "Strict-Transport-Security";

    @Autowired
    Assets assets;

    @Autowired
    PublicPages pages;

    @Autowired
    Languages languages;

    @Autowired
    Web web;

    private MockHttpServletResponse answer(String base, String path) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path.replaceFirst("\\?.*", ""));
        request.setQueryString(path.contains("?") ? path.replaceFirst(".*\\?", "") : null);
        new Front(assets, pages, languages, new Headers(new BaseUrl(base)))
                .doFilter(request, response, new MockFilterChain());
        return response;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/about", "/bodies", "/sign-in", "/no-such-page", "/sign-in?lang=sr", "the sheet"})
    void everyAnswerAsksForEncryption(String what) throws Exception {
        String path = what.equals("the sheet") ? assets.href("glasnik.css") : what;
        assertThat(answer("https://programmes.example.org", path).getHeaders(HSTS))
                .isEqualTo(List.of("max-age=31536000"));
        assertThat(answer("http://localhost:8080", path).getHeaders(HSTS)).isEmpty();
    }

    @Test
    void aPagePutsEachHeaderOnce() {
        for (String path : List.of("/", "/sign-in", "/no-such-page")) {
            var headers = web.anonymous().get(path).response().headers();
            for (String name :
                    List.of("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cache-Control")) {
                assertThat(headers.allValues(name)).as(path + " " + name).hasSize(1);
            }
        }
    }
}
