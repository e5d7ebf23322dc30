package org.glasnik.signin;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Spring Session's own repository, asked once a request and written to only where there is something to write. As it comes
 * it reads a session twice for each page, and writes the moment of each, which makes all pages of one person wait for one
 * another's commits. A session's last use is known to the minute here, and it ends after hours.
 */
final class SessionStore<S extends Session> implements SessionRepository<SessionStore.Kept<S>> {
    private static final Duration KNOWN_TO = Duration.ofMinutes(1);
    private static final ThreadLocal<@Nullable Map<String, Kept<?>>> FOUND = new ThreadLocal<>();

    private final SessionRepository<S> sessions;
    private final TransactionOperations writing;

    SessionStore(SessionRepository<S> sessions, TransactionOperations writing) {
        this.sessions = sessions;
        this.writing = writing;
    }

    @Override
    public Kept<S> createSession() {
        return new Kept<>(sessions.createSession(), true);
    }

    @Override
    public void save(Kept<S> session) {
        if (session.changed) {
            writing.executeWithoutResult(status -> sessions.save(session.inner));
            session.changed = false;
        }
    }

    /** The second question of a request is whether the id in its cookie was valid when it came. */
    @Override
    public @Nullable Kept<S> findById(String id) {
        Map<String, Kept<?>> found = FOUND.get();
        if (found != null && found.containsKey(id)) {
            @SuppressWarnings("unchecked")
            Kept<S> same = (Kept<S>) found.get(id);
            return same;
        }
        S read = sessions.findById(id);
        if (read == null) {
            return null;
        }
        Kept<S> kept = new Kept<>(read, false);
        if (found != null) {
            found.put(id, kept);
        }
        return kept;
    }

    @Override
    public void deleteById(String id) {
        Map<String, Kept<?>> found = FOUND.get();
        if (found != null) {
            found.remove(id);
        }
        sessions.deleteById(id);
    }

    /** Around Spring Session's filter: what was found is kept for this request, and for none after it. */
    static final class OneRequest implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            FOUND.set(new HashMap<>());
            try {
                chain.doFilter(request, response);
            } finally {
                FOUND.remove();
            }
        }
    }

    /** A session that knows whether it differs from what is stored. */
    static final class Kept<S extends Session> implements Session {
        private final S inner;
        private boolean changed;

        private Kept(S inner, boolean changed) {
            this.inner = inner;
            this.changed = changed;
        }

        @Override
        public String getId() {
            return inner.getId();
        }

        @Override
        public String changeSessionId() {
            changed = true;
            return inner.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return inner.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return inner.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            changed = true;
            inner.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            if (inner.getAttribute(name) != null) {
                changed = true;
                inner.removeAttribute(name);
            }
        }

        @Override
        public Instant getCreationTime() {
            return inner.getCreationTime();
        }

        @Override
        public void setLastAccessedTime(Instant now) {
            if (changed || Duration.between(inner.getLastAccessedTime(), now).compareTo(KNOWN_TO) >= 0) {
                changed = true;
                inner.setLastAccessedTime(now);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return inner.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            changed = true;
            inner.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return inner.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return inner.isExpired();
        }
    }
}
