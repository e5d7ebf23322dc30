package org.glasnik.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.identity.People;
import org.glasnik.platform.Languages;
import org.glasnik.platform.RateLimits;
import org.glasnik.platform.RequestUser;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

/** In a demo anyone is anyone of the cast, with all powers, and nobody else. */
@GlasnikTest
class CastTest {
    @Autowired
    SigningIn signingIn;

    @Autowired
    MailRequests requests;

    @Autowired
    Passwords passwords;

    @Autowired
    People people;

    @Autowired
    RateLimits limits;

    @Autowired
    Languages languages;

    @Autowired
    SelfRegistration registration;

    @Autowired
    ObjectProvider<CastSource> cast;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private SignInController controller(boolean demo) {
        return new SignInController(
                signingIn, requests, passwords, people, limits, languages, registration, cast, demo, transaction);
    }

    private static SignInForm part(String person) {
        return new SignInForm(null, null, null, person, "/people");
    }

    @Test
    void aPartIsTakenWithOneClick() {
        HttpServletRequest request = new MockHttpServletRequest();
        String person = Cast.person(jdbc, "operator").toString();
        assertThat(controller(true)
                        .cast(part(person), request, new MockHttpServletResponse())
                        .getViewName())
                .isEqualTo("redirect:/people");
        Viewer viewer = (Viewer) request.getAttribute(RequestUser.ATTRIBUTE);
        assertThat(viewer.kinds()).contains(Who.OPERATOR);
    }

    @Test
    void nobodyElsesPartIsTaken() {
        String other = Cast.person(jdbc, "nebuvalko").toString();
        assertThatThrownBy(() ->
                        controller(true).cast(part(other), new MockHttpServletRequest(), new MockHttpServletResponse()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> controller(true)
                        .cast(part("nonsense"), new MockHttpServletRequest(), new MockHttpServletResponse()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void withoutTheDemoThereIsNoPart() {
        String person = Cast.person(jdbc, "operator").toString();
        assertThatThrownBy(() -> controller(false)
                        .cast(part(person), new MockHttpServletRequest(), new MockHttpServletResponse()))
                .isInstanceOf(NotFound.class);
    }
}
