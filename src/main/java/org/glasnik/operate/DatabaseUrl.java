package org.glasnik.operate;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL of the operator's own is: as JDBC says it, with user and password apart, or as PostgreSQL's own tools say
 * it, with both inside.
 */
record DatabaseUrl(
        String jdbc, @Nullable String user, @Nullable String password) {
    static DatabaseUrl of(String url, @Nullable String user, @Nullable String password) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new DatabaseUrl(url, user, password);
        }
        if (!url.startsWith("postgres://") && !url.startsWith("postgresql://")) {
            throw unclear();
        }
        try {
            URI uri = new URI(url);
            if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
                throw unclear();
            }
            String jdbc = "jdbc:postgresql://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                    + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
            String info = uri.getRawUserInfo();
            if (info == null) {
                return new DatabaseUrl(jdbc, user, password);
            }
            int colon = info.indexOf(':');
            return new DatabaseUrl(
                    jdbc,
                    user != null ? user : decoded(colon < 0 ? info : info.substring(0, colon)),
                    password != null || colon < 0 ? password : decoded(info.substring(colon + 1)));
        } catch (URISyntaxException e) {
            throw unclear();
        }
    }

    /** In a user part a plus is a plus. */
    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** What was given may hold a password, so it is not repeated. */
    private static Refusal unclear() {
        return new Refusal("GLASNIK_DATABASE_URL is not understood. It is written"
                + " jdbc:postgresql://host/name or postgres://user:password@host/name; in the latter, signs like @ : / in the"
                + " password are written %40 %3A %2F.");
    }

    /** Never the password. */
    @Override
    public String toString() {
        return jdbc.replaceAll("\\?.*", "");
    }
}
