package org.glasnik.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.glasnik.access.Allowed;
import org.glasnik.access.Who;
import org.glasnik.identity.Viewers;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route tried as everyone who may not: nobody gets in, and what is forbidden looks like what is absent. */
@GlasnikTest
class AccessMatrixTest {
    /** A member of the body that the routes are about, members of others, organisers of two bodies. */
    private static final List<String> ROLES =
            List.of("anonymous", "resident", "specialist", "specialist2", "organiser", "organiser2", "operator");

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private String body;
    private String person;
    private String membership;

    @BeforeEach
    void ids() {
        body = Cast.body(jdbc, "VK-01-002").toString();
        person = Cast.person(jdbc, "manager").toString();
        membership = jdbc.sql("select id from identity.membership where person_id = ? and until is null")
                .param(UUID.fromString(person))
                .query(UUID.class)
                .list()
                .getFirst()
                .toString();
    }

    private record Route(String path, RequestMethod verb, Set<Who> rule) {}

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            Allowed allowed = method.getMethodAnnotation(Allowed.class);
            if (allowed != null) {
                info.getPatternValues().forEach(path -> info.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> routes.add(new Route(filled(path), verb, Set.of(allowed.value())))));
            }
        });
        return routes;
    }

    private String filled(String pattern) {
        String id = pattern.startsWith("/bodies") ? body : pattern.startsWith("/memberships") ? membership : person;
        return pattern.replaceFirst("\\{format:[^}]*}", "csv")
                .replace("{id}", id)
                .replace("{tag}", "en")
                .replace("{whose}", "installation")
                .replaceAll("\\{(name|number|token|invitation|[a-z]+)}", "x");
    }

    private Set<Who> kinds(String role) {
        return role.equals("anonymous")
                ? Set.of(Who.ANYONE)
                : viewers.of(Cast.person(jdbc, role), true).orElseThrow().kinds();
    }

    private Web as(String role) {
        return role.equals("anonymous") ? web.anonymous() : web.as(role);
    }

    @Test
    void nobodyGetsInWhomTheRuleDoesNotName() {
        Map<String, Integer> open = new TreeMap<>();
        int tried = 0;
        for (String role : ROLES) {
            Set<Who> kinds = kinds(role);
            Web browser = as(role);
            String token = browser.get("/sign-in").page().select("input[name=_csrf]").attr("value");
            if (token.isEmpty()) {
                token = browser.get("/account/profile").page().select("input[name=_csrf]").attr("value");
            }
            assertThat(token).as("a token for " + role).isNotEmpty();
            for (Route route : routes()) {
                if (route.rule().stream().anyMatch(kinds::contains)) {
                    continue;
                }
                Web.Answer answer = route.verb() == RequestMethod.GET
                        ? browser.get(route.path())
                        : browser.post(route.path(), Map.of("_csrf", token));
                boolean led = route.verb() == RequestMethod.GET
                        && answer.status() == 302
                        && answer.location().startsWith("/sign-in?to=");
                if (answer.status() != 404 && !led) {
                    open.put(role + " " + route.verb() + " " + route.path(), answer.status());
                }
                tried++;
            }
        }
        assertThat(open).isEmpty();
        assertThat(tried).as("routes tried").isGreaterThan(200);
    }

    /** The control: whom the rule names does get in, or the test above would pass on a server that answers nothing. */
    @Test
    void whomTheRuleNamesGetsIn() {
        Map<String, Integer> answers = new LinkedHashMap<>();
        for (String path : List.of("/bodies", "/account/profile", "/people", "/deeds", "/operate")) {
            answers.put(path, web.as("operator").get(path).status());
        }
        assertThat(answers.values()).allMatch(status -> status == 200);
        assertThat(Arrays.asList(web.as("resident").get("/account/profile").status(), web.anonymous().get("/").status()))
                .containsExactly(200, 200);
    }

    /** Canaries: a name and an address that only the own body, its keeper and the operator may read, in every list and export. */
    @Test
    void listsAndExportsShowNobodyToStrangers() {
        String name = jdbc.sql("select name from identity.person where id = ?")
                .param(UUID.fromString(person))
                .query(String.class)
                .single();
        String mail = jdbc.sql("select mail from identity.person where id = ?")
                .param(UUID.fromString(person))
                .query(String.class)
                .single();
        List<String> paths = new ArrayList<>();
        for (String list : List.of("/bodies", "/people", "/deeds")) {
            for (String ending : List.of("", ".csv", ".json")) {
                for (String query : List.of("", "?sort=-name", "?q=" + name.substring(0, 4), "?q=" + mail.substring(0, 6))) {
                    paths.add(list + ending + query.replace(" ", "%20"));
                }
            }
        }
        paths.add("/bodies/" + body);
        paths.add("/people/" + person);
        List<String> leaks = new ArrayList<>();
        for (String role : List.of("anonymous", "resident", "specialist2", "organiser2")) {
            Web browser = as(role);
            for (String path : paths) {
                String shown = browser.get(encoded(path)).body();
                boolean organiserMaySeeNames = role.equals("organiser2") && path.equals("/bodies/" + body);
                if (shown.contains(mail) || (shown.contains(name) && !organiserMaySeeNames)) {
                    leaks.add(role + " " + path);
                }
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(web.as("operator").get("/people.csv").body()).as("there is something to leak").contains(mail);
    }

    private static String encoded(String path) {
        StringBuilder out = new StringBuilder();
        for (char c : path.toCharArray()) {
            out.append(c > 127 ? java.net.URLEncoder.encode("" + c, java.nio.charset.StandardCharsets.UTF_8) : "" + c);
        }
        return out.toString();
    }
}
