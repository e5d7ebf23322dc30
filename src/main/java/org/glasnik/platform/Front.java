package org.glasnik.platform;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything else, the security chain included: assets and public pages leave from here as bytes that are
 * ready (decision 0002), and a preference chosen by a link is put into its cookie.
 */
final class Front implements Filter {
    private static final int YEAR = 365 * 24 * 3600;

    private final Assets assets;
    private final PublicPages pages;
    private final Languages languages;
    private final Headers headers;

    Front(Assets assets, PublicPages pages, Languages languages, Headers headers) {
        this.assets = assets;
        this.pages = pages;
        this.languages = languages;
        this.headers = headers;
    }

    @Override
    public void doFilter(ServletRequest req, ServletResponse res, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) req;
        HttpServletResponse response = (HttpServletResponse) res;
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (reading && sendAsset(request, response)) {
            return;
        }
        headers.onEveryAnswer(response);
        if (reading && keepPreference(request, response)) {
            return;
        }
        if (reading && request.getQueryString() == null && pages.send(request, response)) {
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean sendAsset(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        Assets.Asset asset = null;
        if (path.startsWith(Assets.PREFIX)) {
            asset = assets.at(path);
        } else if (path.startsWith(Accents.PREFIX)) {
            byte[] sheet = Accents.at(path);
            asset = sheet == null ? null : new Assets.Asset("text/css;charset=utf-8", sheet, Gzip.of(sheet));
        }
        if (asset == null) {
            return false;
        }
        headers.alwaysEncrypted(response);
        response.setHeader("Cache-Control", "public, max-age=" + YEAR + ", immutable");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Vary", "Accept-Encoding");
        boolean gzip = takesGzip(request);
        byte[] bytes = gzip ? asset.gzip() : asset.bytes();
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType(asset.type());
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
        return true;
    }

    /** A preference is no change of state: it lives in the reader's own cookie, so a link may set it. */
    private boolean keepPreference(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = request.getQueryString();
        if (query == null || !(query.contains("lang=") || query.contains("theme="))) {
            return false;
        }
        String tag = parameter(query, "lang");
        String theme = parameter(query, "theme");
        if (tag == null && theme == null) {
            return false;
        }
        if (tag != null) {
            languages.offeredOr(tag).ifPresent(l -> remember(request, response, Languages.COOKIE, l.tag()));
        }
        if (theme != null) {
            remember(request, response, "theme", Theme.of(theme).tag());
        }
        String rest = Arrays.stream(query.split("&"))
                .filter(p -> !p.startsWith("lang=") && !p.startsWith("theme="))
                .collect(Collectors.joining("&"));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        // The path begins with one slash only: "//host" would lead away from here.
        String path = request.getRequestURI().replaceFirst("^[/\\\\]+", "/");
        response.setHeader("Location", path + (rest.isEmpty() ? "" : "?" + rest));
        return true;
    }

    private static @Nullable String parameter(String query, String name) {
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return null;
    }

    static void remember(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(YEAR);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    static boolean takesGzip(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null && accepted.contains("gzip");
    }
}
