package org.glasnik.platform;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The languages that this installation offers, in the operator's order, and the one in which a request is answered. */
@Component
public class Languages {
    public static final String COOKIE = "lang";

    private final JdbcClient jdbc;
    private final Changing<List<Language>> offered;

    Languages(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.offered = changes.cached("language", this::read);
    }

    /** Never empty; the first is the language of those who ask for none of them. */
    public List<Language> offered() {
        return offered.get();
    }

    /**
     * For whoever changes them in this transaction: what is offered now, and not to be changed by another until it ends. Of two
     * who change it at once, the second sees what the first has done.
     */
    public List<Language> toBeChanged() {
        lock();
        return read();
    }

    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('platform.offered_language', 0))")
                .query(rows -> {});
    }

    /** Replaces the offered languages; the order is kept. The list must not be empty. */
    public void offer(List<Language> languages) {
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("An installation offers at least one language");
        }
        lock();
        jdbc.sql("delete from platform.offered_language").update();
        for (int i = 0; i < languages.size(); i++) {
            jdbc.sql("insert into platform.offered_language (tag, position) values (?, ?)")
                    .params(languages.get(i).tag(), i)
                    .update();
        }
        offered.changed();
    }

    /** The choice remembered in the cookie, else the browser's first wish that is offered, else the first offered. */
    public Language of(HttpServletRequest request) {
        return offeredOr(cookie(request, COOKIE))
                .or(() -> wished(request))
                .orElseGet(() -> offered().getFirst());
    }

    public Optional<Language> offeredOr(@Nullable String tag) {
        return Language.ofTag(tag).filter(offered()::contains);
    }

    private Optional<Language> wished(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null || header.length() > 500) {
            return Optional.empty();
        }
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        for (Locale.LanguageRange range : ranges) {
            for (Language language : offered()) {
                if (range.getRange().equalsIgnoreCase(language.tag())) {
                    return Optional.of(language);
                }
            }
            for (Language language : offered()) {
                if (range.getRange().startsWith(language.locale().getLanguage() + "-")) {
                    return Optional.of(language);
                }
            }
        }
        return Optional.empty();
    }

    private List<Language> read() {
        List<Language> read =
                jdbc
                        .sql("select tag from platform.offered_language order by position")
                        .query(String.class)
                        .list()
                        .stream()
                        .flatMap(tag -> Language.ofTag(tag).stream())
                        .toList();
        return read.isEmpty() ? List.of(Language.values()) : Collections.unmodifiableList(read);
    }

    static @Nullable String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
