package org.glasnik.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Public pages as bytes, before the security chain: see decision 0002 for what that buys. */
@Component
public class PublicPages {
    /** Times left on a page grow old: nothing is kept for longer, whether or not it has changed. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    static final String SESSION_COOKIE = "SESSION";
    private static final String TOPIC = "public";

    private final ObjectProvider<PublicPage> sources;
    private final Rendering rendering;
    private final Languages languages;
    private final Changes changes;
    private final Clock clock;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();
    private volatile @Nullable Map<String, PublicPage> byPath;

    private record Key(String path, Language language, Theme theme) {}

    private record Kept(byte[] plain, byte[] gzip, String etag, Instant until) {}

    PublicPages(
            ObjectProvider<PublicPage> sources,
            Rendering rendering,
            Languages languages,
            Changes changes,
            Clock clock) {
        this.sources = sources;
        this.rendering = rendering;
        this.languages = languages;
        this.changes = changes;
        this.clock = clock;
        List.of(TOPIC, "language").forEach(topic -> changes.listen(topic, kept::clear));
    }

    /** Call in the transaction that changes what any public page says. */
    public void changed() {
        changes.publish(TOPIC);
    }

    boolean send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        PublicPage source = byPath().get(path);
        if (source == null || Languages.cookie(request, SESSION_COOKIE) != null) {
            return false;
        }
        Key key = new Key(path, languages.of(request), Theme.of(Languages.cookie(request, "theme")));
        Kept page = kept.get(key);
        if (page == null || page.until().isBefore(clock.instant())) {
            page = render(key, source);
            kept.put(key, page);
        }
        answer(page, key.language(), request, response);
        return true;
    }

    private Kept render(Key key, PublicPage source) {
        byte[] bytes = rendering.publicPage(key.path(), key.language(), key.theme(), source);
        return new Kept(
                bytes,
                Gzip.of(bytes),
                "\"" + Assets.hash(bytes) + "\"",
                clock.instant().plus(KEPT));
    }

    private static void answer(Kept page, Language language, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean gzip = Front.takesGzip(request);
        response.setHeader("Vary", "Accept-Encoding, Accept-Language, Cookie");
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Content-Language", language.tag());
        response.setHeader("ETag", page.etag());
        if (page.etag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] bytes = gzip ? page.gzip() : page.plain();
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType("text/html;charset=utf-8");
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }

    private Map<String, PublicPage> byPath() {
        Map<String, PublicPage> now = byPath;
        if (now == null) {
            Map<String, PublicPage> read = new HashMap<>();
            sources.forEach(source -> source.paths().forEach(path -> read.put(path, source)));
            byPath = now = Map.copyOf(read);
        }
        return now;
    }
}
