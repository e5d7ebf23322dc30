package org.glasnik.signin;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where to go after signing in, as posted by a browser: an address of this installation, or the start page. Only characters
 * of addresses pass, so nothing splits a header or fills in a template; what begins like another host does not.
 */
final class LocalPath {
    private static final Pattern ADDRESS = Pattern.compile("/[A-Za-z0-9._~/%?&=+,;:@!$'()*-]*");
    /** An encoded slash, backslash or control character in front of the query: a proxy may decode it before a browser reads it. */
    private static final Pattern DISGUISED = Pattern.compile("(?i)%(2f|5c|[01][0-9a-f]|7f|25)");

    private static final int MAX = 2000;

    private LocalPath() {}

    static String of(@Nullable String posted) {
        if (posted == null || posted.length() > MAX || !ADDRESS.matcher(posted).matches() || posted.contains("//")) {
            return "/";
        }
        String path = posted.split("\\?", 2)[0];
        boolean round = path.startsWith("/sign-in") || path.equals("/sign-out");
        return round || DISGUISED.matcher(path).find() ? "/" : posted;
    }
}
