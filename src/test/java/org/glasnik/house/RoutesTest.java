package org.glasnik.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.glasnik.access.Allowed;
import org.glasnik.platform.OwnTransaction;
import org.glasnik.testing.GlasnikTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@GlasnikTest
class RoutesTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private Map<String, Method> routes() {
        Map<String, Method> routes = new TreeMap<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
                mapping.getHandlerMethods().entrySet()) {
            for (String path : entry.getKey().getPatternValues()) {
                var methods = entry.getKey().getMethodsCondition().getMethods();
                String verbs = methods.isEmpty()
                        ? "ANY"
                        : methods.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
                routes.put(path + " " + verbs, entry.getValue().getMethod());
            }
        }
        return routes;
    }

    @Test
    void everyRouteDeclaresItsRule() {
        List<String> without = routes().entrySet().stream()
                .filter(route -> route.getValue().getAnnotation(Allowed.class) == null)
                .map(Map.Entry::getKey)
                .filter(route -> !route.startsWith("/error "))
                .toList();
        assertThat(without).isEmpty();
    }

    @Test
    void aControllerHasAtMostSevenRoutes() {
        Map<String, Long> perController = routes().values().stream()
                .collect(Collectors.groupingBy(m -> m.getDeclaringClass().getSimpleName(), Collectors.counting()));
        perController.values().removeIf(n -> n <= 7);
        assertThat(perController).isEmpty();
    }

    /** A view is written after the commit; a body is written inside the handler, before anything is durable. */
    @Test
    void aRouteThatChangesInItsTransactionAnswersWithAView() {
        List<String> early = routes().entrySet().stream()
                .filter(route ->
                        !route.getKey().endsWith(" GET") && !route.getKey().startsWith("/error "))
                .filter(route -> !route.getValue().isAnnotationPresent(OwnTransaction.class))
                .filter(route -> route.getValue().getReturnType() != ModelAndView.class
                        && (route.getValue().getReturnType() != String.class
                                || route.getValue().isAnnotationPresent(ResponseBody.class)))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(early).isEmpty();
    }

    @Test
    void theListOfRoutesIsTrue() {
        StringBuilder text = new StringBuilder("""
                # Routes

                Generated from the code; a test fails when it is stale. Who may try a route; which rows a person then sees
                or changes is decided in the query.

                | route | verb | module | who |
                |---|---|---|---|
                """);
        routes().forEach((route, method) -> {
            Allowed rule = method.getAnnotation(Allowed.class);
            String who = rule == null
                    ? "-"
                    : Arrays.stream(rule.value())
                            .map(w -> w.name().toLowerCase(java.util.Locale.ROOT))
                            .collect(Collectors.toCollection(TreeSet::new))
                            .stream()
                            .collect(Collectors.joining(", "));
            String module = method.getDeclaringClass().getPackageName().replace("org.glasnik.", "");
            text.append("| `%s` | %s | %s | %s |%n"
                    .formatted(
                            route.substring(0, route.lastIndexOf(' ')),
                            route.substring(route.lastIndexOf(' ') + 1),
                            module,
                            who));
        });
        Sources.sameAsDocument(Path.of("docs/routes.md"), text.toString());
    }
}
