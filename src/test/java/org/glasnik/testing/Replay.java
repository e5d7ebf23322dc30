package org.glasnik.testing;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives a browser an answer that a test has had before, at its own address: the browser names it in a header. Intercepting in the
 * browser would do, but then nothing is kept of the styles and scripts, which are the same on each page.
 */
final class Replay implements Filter {
    static final String HEADER = "X-Test-Replay";

    /** Where axe is, for pages whose policy wants scripts from their own site. */
    static final String AXE = "/test-axe.js";

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("content-length", "set-cookie", "transfer-encoding", "connection", "keep-alive", "date");
    private static final Map<String, Replay.Kept> KEPT = new ConcurrentHashMap<>();

    private record Kept(int status, Map<String, String> headers, byte[] body) {}

    /** Keeps an answer with this body until {@link #forget}. */
    static String keep(Web.Answer answer, String body) {
        Map<String, String> headers = new TreeMap<>();
        answer.response().headers().map().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name)) {
                headers.put(name, String.join(", ", values));
            }
        });
        String id = UUID.randomUUID().toString();
        KEPT.put(id, new Kept(answer.status(), headers, body.getBytes(StandardCharsets.UTF_8)));
        return id;
    }

    static void forget(String id) {
        KEPT.remove(id);
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        HttpServletResponse response = (HttpServletResponse) answered;
        String id = request.getHeader(HEADER);
        Kept kept = id == null || !"document".equals(request.getHeader("Sec-Fetch-Dest")) ? null : KEPT.get(id);
        if (kept != null) {
            response.setStatus(kept.status());
            kept.headers().forEach(response::setHeader);
            response.getOutputStream().write(kept.body());
        } else if (request.getRequestURI().equals(AXE)) {
            response.setContentType("text/javascript");
            response.setHeader("Cache-Control", "public, max-age=3600, immutable");
            response.getOutputStream().write(Axe.PROGRAM.getBytes(StandardCharsets.UTF_8));
        } else {
            chain.doFilter(request, response);
        }
    }
}
