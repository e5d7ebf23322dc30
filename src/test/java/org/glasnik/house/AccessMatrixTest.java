package org.glasnik.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.glasnik.access.Allowed;
import org.glasnik.access.Who;
import org.glasnik.identity.Viewers;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route that names no object, tried as everyone who may not: nobody gets in, and what is forbidden looks like what is
 * absent. Routes that name one are in {@link ObjectAccessTest}, lists in {@link ListLeaksTest}.
 */
@GlasnikTest
class AccessMatrixTest {
    private static final List<String> ROLES =
            List.of("anonymous", "halfway", "resident", "specialist", "manager", "organiser", "operator");

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private record Route(String path, RequestMethod verb, Set<Who> rule) {}

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            Allowed allowed = method.getMethodAnnotation(Allowed.class);
            if (allowed != null) {
                info.getPatternValues().stream()
                        .map(path -> path.replaceFirst("\\{format:[^}]*}", "csv"))
                        .filter(path -> !path.contains("{"))
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> routes.add(new Route(path, verb, Set.of(allowed.value())))));
            }
        });
        return routes;
    }

    private Set<Who> kinds(String role) {
        return switch (role) {
            case "anonymous" -> Set.of(Who.ANYONE);
            case "halfway" ->
                viewers.of(Cast.person(jdbc, "operator"), false).orElseThrow().kinds();
            default -> viewers.of(Cast.person(jdbc, role), true).orElseThrow().kinds();
        };
    }

    private Web as(String role) {
        return switch (role) {
            case "anonymous" -> web.anonymous();
            case "halfway" -> web.halfway("operator");
            default -> web.as(role);
        };
    }

    @Test
    void nobodyGetsInWhomTheRuleDoesNotName() {
        Map<String, Integer> open = new TreeMap<>();
        int tried = 0;
        for (String role : ROLES) {
            Set<Who> kinds = kinds(role);
            Web browser = as(role);
            String token = ObjectAccessTest.token(browser);
            for (Route route : routes()) {
                if (route.rule().stream().anyMatch(kinds::contains)) {
                    continue;
                }
                Web.Answer answer = route.verb() == RequestMethod.GET
                        ? browser.get(route.path())
                        : browser.post(route.path(), Map.of("_csrf", token));
                boolean led = route.verb() == RequestMethod.GET
                        && answer.status() == 302
                        && (role.equals("halfway")
                                ? answer.location().equals("/sign-in/second-factor")
                                : answer.location().startsWith("/sign-in?to="));
                if (answer.status() != 404 && !led) {
                    open.put(role + " " + route.verb() + " " + route.path(), answer.status());
                }
                tried++;
            }
        }
        assertThat(open).isEmpty();
        assertThat(tried).as("routes tried").isGreaterThan(150);
    }

    /** The control: whom the rule names does get in, or the test above would pass on a server that answers nothing. */
    @Test
    void whomTheRuleNamesGetsIn() {
        Map<String, Integer> answers = new LinkedHashMap<>();
        for (String path : List.of("/bodies", "/account/profile", "/people", "/deeds", "/operate")) {
            answers.put(path, web.as("operator").get(path).status());
        }
        assertThat(answers.values()).allMatch(status -> status == 200);
        assertThat(Arrays.asList(
                        web.as("resident").get("/account/profile").status(),
                        web.anonymous().get("/").status()))
                .containsExactly(200, 200);
    }

    /** Canaries on the pages that are open to all: a name for its own people, organisers and the operator, an address for nobody. */
    @Test
    void pagesOfBodiesNameNobodyToStrangers() {
        String path = "/bodies/" + Cast.body(jdbc, "VK-01-002");
        List<String> canaries = jdbc.sql("select unnest(array[name, mail]) from identity.person where id = ?")
                .param(Cast.person(jdbc, "manager").value())
                .query(String.class)
                .list();
        Map<String, List<String>> shown = new TreeMap<>();
        for (String role :
                List.of("anonymous", "halfway", "resident", "specialist", "specialist2", "organiser2", "operator")) {
            String page = as(role).get(path).body();
            shown.put(role, canaries.stream().filter(page::contains).toList());
        }
        List<String> name = canaries.subList(0, 1);
        assertThat(shown)
                .isEqualTo(Map.of(
                        "anonymous",
                        List.of(),
                        "halfway",
                        List.of(),
                        "resident",
                        List.of(),
                        "specialist2",
                        List.of(),
                        // Names are for any organiser; addresses are on no such page.
                        "specialist",
                        name,
                        "organiser2",
                        name,
                        "operator",
                        name));
    }
}
