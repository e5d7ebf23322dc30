package org.glasnik.platform;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Where the database is gone or too busy, a page that asks for patience and says when to come again (503), rather than one
 * that blames nobody knows whom. Sessions live in the database too, so this stands before them and asks it nothing.
 */
final class LostDatabase implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(LostDatabase.class);
    private static final String SECONDS = "5";

    /** SQLSTATE classes: connection, insufficient resources, operator intervention, system error, transaction rollback. */
    private static final Set<String> PASSING = Set.of("08", "53", "57", "58", "40");

    private final Rendering rendering;
    private final Languages languages;
    private final Headers headers;

    LostDatabase(Rendering rendering, Languages languages, Headers headers) {
        this.rendering = rendering;
        this.languages = languages;
        this.headers = headers;
    }

    @Override
    public void doFilter(ServletRequest req, ServletResponse res, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(req, res);
        } catch (IOException | ServletException | RuntimeException e) {
            HttpServletResponse response = (HttpServletResponse) res;
            if (response.isCommitted() || !passing(e)) {
                throw e;
            }
            LOG.warn("The database did not answer a request: {}", innermost(e));
            answer((HttpServletRequest) req, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", SECONDS);
        response.setHeader("Cache-Control", "no-store");
        headers.onEveryAnswer(response);
        byte[] page;
        try {
            Language language = languages.of(request);
            page = rendering.bytes(
                    "platform/error",
                    Map.of("s", rendering.screen(language, ZoneOffset.UTC), "page", new ErrorPage("busy", null)));
            response.setContentType("text/html;charset=utf-8");
        } catch (RuntimeException e) {
            // Lost before it ever was read which languages there are.
            page = "503\n".getBytes(StandardCharsets.UTF_8);
            response.setContentType("text/plain;charset=utf-8");
        }
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    static boolean passing(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = next(cause)) {
            // A commit or a rollback that fails as such (and not by a constraint) has lost its connection.
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof TransactionSystemException) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                if (cause instanceof java.sql.SQLTransientException
                        || (state != null && state.length() == 5 && PASSING.contains(state.substring(0, 2)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable Throwable next(Throwable thrown) {
        return thrown.getCause() == thrown ? null : thrown.getCause();
    }

    private static String innermost(Throwable thrown) {
        Throwable last = thrown;
        for (Throwable cause = thrown; cause != null; cause = next(cause)) {
            last = cause;
        }
        return last.getClass().getSimpleName();
    }
}
