package org.glasnik.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ListRequestTest {
    private static final ListShape SHAPE = ListShape.at("/things", "things")
            .sorting("name", "code")
            .showing("mail")
            .filtering("text", "kind");

    private static ListRequest asked(String... pairs) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        for (int i = 0; i < pairs.length; i += 2) {
            request.addParameter(pairs[i], pairs[i + 1]);
        }
        return ListRequest.of(SHAPE, request);
    }

    @Test
    void onlyWhatTheListOffersIsRead() {
        assertThat(asked("text", " a\0b\u0007 ", "kind", "", "operator", "true", "sort", "mail", "page", "-3"))
                .isEqualTo(new ListRequest(SHAPE, Map.of("text", "a b"), "name", false, 1));
        assertThat(asked("sort", "-code", "page", "7")).isEqualTo(new ListRequest(SHAPE, Map.of(), "code", true, 7));
        assertThat(asked("page", "99999999999999999999").page()).isEqualTo(1);
        assertThat(asked("text", "ї".repeat(500)).filter("text")).hasSize(200);
    }

    @Test
    void noTextOfTheAddressReachesTheQuery() {
        ListRequest hostile = asked("sort", "name; drop table registry.body --");
        assertThat(hostile.orderBy(Map.of("name", "b.name", "code", "b.code"), "b.id"))
                .isEqualTo("b.name asc nulls last, b.id");
        assertThatThrownBy(() -> asked("sort", "-code").orderBy(Map.of("name", "b.name"), "b.id"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void linksKeepTheFilterAndLeaveOutWhatIsAsAtFirst() {
        ListPage page = new ListPage(asked("text", "a&b=ї", "sort", "code", "page", "2"), 120);
        assertThat(page.pageHref(3)).isEqualTo("/things?text=a%26b%3D%D1%97&sort=code&page=3");
        assertThat(page.sortHref("code")).isEqualTo("/things?text=a%26b%3D%D1%97&sort=-code");
        assertThat(page.sortHref("name")).isEqualTo("/things?text=a%26b%3D%D1%97");
        assertThat(page.exportHref("csv")).isEqualTo("/things.csv?text=a%26b%3D%D1%97&sort=code");
        assertThat(page.rawHref()).isEqualTo("/things.csv?text=a%26b%3D%D1%97&sort=code&raw=1");
        assertThat(page.from() + " " + page.to() + " " + page.pages()).isEqualTo("51 100 3");
    }

    @Test
    void aPageBeyondTheLastIsTheLast() {
        ListPage page = new ListPage(asked("page", "900"), 51);
        assertThat(page.request().page()).isEqualTo(2);
        assertThat(new ListPage(asked("page", "900"), 0).request().offset()).isEqualTo(0);
    }
}
