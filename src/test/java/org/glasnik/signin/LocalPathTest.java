package org.glasnik.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/account",
                "/bodies?search=%D0%94%D0%BE%D0%BC&sort=-name&page=2",
                "/programmes/hromada-2027/call",
                "/bodies?from=2027-03-08T10:00%2B02:00",
            })
    void anAddressOfOursIsKept(String address) {
        assertThat(LocalPath.of(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "account",
                "https://evil.example",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/%2fevil.example",
                "/%2Fevil.example",
                "/%5cevil.example",
                "/%5Cevil.example",
                "/%252fevil.example",
                "/a//evil.example",
                "/\tevil.example",
                "/%09/evil.example",
                "/account\r\nSet-Cookie: a=b",
                "/account%0d%0aSet-Cookie:%20a=b",
                "/%00",
                "javascript:alert(1)",
                "/{x}",
                "/${x}",
                "/<script>",
                "/ account",
                " /account",
                "/\u2215evil.example",
                "/\uff0fevil.example",
                "/sign-in",
                "/sign-in/link/abc",
                "/sign-out",
            })
    void anythingElseLeadsToTheStartPage(String address) {
        assertThat(LocalPath.of(address)).isEqualTo("/");
    }

    @Test
    void nothingAndTooMuchLeadToTheStartPage() {
        assertThat(LocalPath.of(null)).isEqualTo("/");
        assertThat(LocalPath.of("/" + "a".repeat(3000))).isEqualTo("/");
    }
}
