package org.glasnik.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.ModelAndView;

/**
 * Does what a request asks for in one transaction, together with its idempotency key, and answers after the commit: what was
 * acknowledged is durable, and the same form sent again gets the same answer without being done again. An answer of 400 or
 * more rolls back. Routes have this around them unless they say {@link OwnTransaction}; such a one may do here what is left
 * of its work after a rate limit.
 */
@Component
public class Acknowledging {
    static final String KEY = "_once";

    private final TransactionTemplate transaction;
    private final Once once;

    Acknowledging(TransactionTemplate transaction, Once once) {
        this.transaction = transaction;
        this.once = once;
    }

    /** What there is to do. */
    public interface Work {
        @Nullable
        ModelAndView done() throws Exception;
    }

    public @Nullable ModelAndView answer(HttpServletRequest request, HttpServletResponse response, Work work)
            throws Exception {
        try {
            return transaction.execute(status -> inside(request, response, work, status));
        } catch (Thrown e) {
            throw e.original;
        }
    }

    private @Nullable ModelAndView inside(
            HttpServletRequest request, HttpServletResponse response, Work work, TransactionStatus status) {
        UUID key = key(request);
        String digest = digest(request);
        if (key != null) {
            Optional<Once.Done> done = once.claim(key, digest);
            if (done.isPresent()) {
                status.setRollbackOnly();
                return done.get().digest().equals(digest)
                                && !done.get().location().isEmpty()
                        ? new ModelAndView(done.get().location())
                        : new ModelAndView("platform/again", HttpStatus.CONFLICT);
            }
        }
        ModelAndView answer;
        try {
            answer = work.done();
        } catch (Exception e) {
            throw new Thrown(e);
        }
        HttpStatusCode given = answer == null ? null : answer.getStatus();
        if (response.getStatus() >= 400 || (given != null && given.value() >= 400)) {
            status.setRollbackOnly();
        } else if (key != null && answer != null && redirects(answer.getViewName())) {
            once.answered(key, java.util.Objects.requireNonNull(answer.getViewName()));
        }
        return answer;
    }

    /** Only a redirect can be answered again: a page needs what the handler put into it. */
    private static boolean redirects(@Nullable String view) {
        return view != null && view.startsWith("redirect:");
    }

    private static @Nullable UUID key(HttpServletRequest request) {
        String posted = request.getParameter(KEY);
        try {
            return posted == null ? null : UUID.fromString(posted);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Of all that was posted but the token, which is masked anew on every page; and of who posts, so a key is no key to others' answers. */
    private static String digest(HttpServletRequest request) {
        StringBuilder posted = new StringBuilder(request.getRequestURI());
        if (request.getAttribute(RequestUser.ATTRIBUTE) instanceof RequestUser user) {
            posted.append('\0').append(user.id());
        }
        for (Map.Entry<String, String[]> entry : new TreeMap<>(request.getParameterMap()).entrySet()) {
            if (!entry.getKey().equals("_csrf")) {
                posted.append('\0').append(entry.getKey());
                for (String value : entry.getValue()) {
                    posted.append('\1').append(value);
                }
            }
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(posted.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Carries any exception out of the transaction, which rolls back on it. */
    private static final class Thrown extends RuntimeException {
        final Exception original;

        Thrown(Exception original) {
            super(original);
            this.original = original;
        }
    }
}
