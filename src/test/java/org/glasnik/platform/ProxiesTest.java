package org.glasnik.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ProxiesTest {
    private static HttpServletRequest seen(String from, @Nullable String forwarded, @Nullable String scheme) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(from);
        if (forwarded != null) {
            request.addHeader("X-Forwarded-For", forwarded);
        }
        if (scheme != null) {
            request.addHeader("X-Forwarded-Proto", scheme);
        }
        MockFilterChain chain = new MockFilterChain();
        try {
            new Proxies(Set.of("127.0.0.1", "10.0.0.2")).doFilter(request, new MockHttpServletResponse(), chain);
        } catch (java.io.IOException | jakarta.servlet.ServletException e) {
            throw new IllegalStateException(e);
        }
        return (HttpServletRequest) Objects.requireNonNull(chain.getRequest());
    }

    @Test
    void theLastAddressThatIsNotOursCounts() {
        assertThat(seen("127.0.0.1", "203.0.113.7", "https").getRemoteAddr()).isEqualTo("203.0.113.7");
        assertThat(seen("127.0.0.1", "203.0.113.7", "https").isSecure()).isTrue();
        assertThat(seen("127.0.0.1", "1.2.3.4, 203.0.113.7, 10.0.0.2", null).getRemoteAddr())
                .isEqualTo("203.0.113.7");
    }

    /** The control: believed, the header would make anyone anyone. */
    @Test
    void aStrangersHeaderIsNotBelieved() {
        assertThat(seen("203.0.113.9", "1.2.3.4", "https").getRemoteAddr()).isEqualTo("203.0.113.9");
        assertThat(seen("203.0.113.9", "1.2.3.4", "https").isSecure()).isFalse();
    }

    @Test
    void whatIsNoAddressIsCountedAsNone() {
        assertThat(ClientAddress.counted(seen("127.0.0.1", "x'; drop table", null)))
                .isEmpty();
        assertThat(ClientAddress.shortened(seen("127.0.0.1", "unknown", null))).isEmpty();
    }

    @Test
    void addressesAreShortened() {
        assertThat(ClientAddress.shortened(seen("203.0.113.9", null, null))).isEqualTo("203.0.113.0/24");
        assertThat(ClientAddress.shortened(seen("2001:db8:1:2:3:4:5:6", null, null)))
                .isEqualTo("2001:db8:1:0:0:0:0:0/48");
        assertThat(ClientAddress.counted(seen("2001:db8:1:2:3:4:5:6", null, null)))
                .isEqualTo(ClientAddress.counted(seen("2001:db8:1:2:9:9:9:9", null, null)));
    }
}
