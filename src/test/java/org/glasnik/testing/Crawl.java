package org.glasnik.testing;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jsoup.nodes.Element;

/** Walks every link that a person can see, each kind of page twice at most. A link marked nofollow leads to no page of ours. */
public final class Crawl {
    static final AtomicBoolean PSEUDO = new AtomicBoolean();
    private static final int EACH_KIND = 2;

    private Crawl() {}

    /** Visits pages from the start page on; returns path to status, also for addresses that answered with an error. */
    public static Map<String, Integer> pages(Web web, BiConsumer<String, Web.Answer> visit) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        Map<String, Integer> perKind = new HashMap<>();
        Set<String> known = new HashSet<>(Set.of("/"));
        Deque<String> waiting = new ArrayDeque<>(known);
        while (!waiting.isEmpty()) {
            String path = waiting.poll();
            if (perKind.merge(kind(path), 1, Integer::sum) > EACH_KIND) {
                continue;
            }
            Web.Answer answer = web.get(path);
            seen.put(path, answer.status());
            if (answer.status() >= 300 && answer.status() < 400 && answer.header("Location") != null) {
                if (known.add(answer.location())) {
                    waiting.add(answer.location());
                }
                continue;
            }
            String type = String.valueOf(answer.header("Content-Type"));
            if (!type.startsWith("text/html")) {
                continue;
            }
            visit.accept(path, answer);
            for (Element link : answer.page().select("a[href]:not([rel~=nofollow])")) {
                String href = link.attr("href");
                if (href.startsWith("/") && !href.startsWith("//") && !href.matches(".*[?&](lang|theme)=.*")) {
                    String plain = href.replaceFirst("#.*", "");
                    if (known.add(plain)) {
                        waiting.add(plain);
                    }
                }
            }
        }
        return seen;
    }

    /** Does something while every text stands between marks. */
    public static <T> T pseudo(Supplier<T> work) {
        PSEUDO.set(true);
        try {
            return work.get();
        } finally {
            PSEUDO.set(false);
        }
    }

    /** The path with ids and numbers blanked, and the names of the parameters. */
    public static String kind(String path) {
        URI uri = URI.create(path.replace(" ", "%20").replace("|", "%7C"));
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery().replaceAll("=[^&]*", "");
        return uri.getRawPath().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}").replaceAll("/\\d+(?=/|$|\\.)", "/{n}")
                + query;
    }
}
