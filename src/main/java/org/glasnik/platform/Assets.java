package org.glasnik.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The files that a browser is sent, each under a name with the hash of its content, so that they may be kept for a year and
 * a new version is seen at once.
 */
@Component
public final class Assets {
    static final String PREFIX = "/assets/";
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    private final Map<String, Asset> byHref = new TreeMap<>();
    private final Map<String, String> hrefs = new TreeMap<>();

    record Asset(String type, byte[] bytes, byte[] gzip) {}

    Assets() {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:assets/**/*.*")) {
                String url = file.getURL().toString();
                String name = url.substring(url.lastIndexOf("/assets/") + PREFIX.length());
                add(name, file.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String name, byte[] bytes) {
        int dot = name.lastIndexOf('.');
        String type = TYPES.get(name.substring(dot + 1));
        if (type == null) {
            throw new IllegalStateException("No content type for asset " + name);
        }
        String href = PREFIX + name.substring(0, dot) + "." + hash(bytes) + name.substring(dot);
        hrefs.put(name, href);
        byHref.put(href, new Asset(type, bytes, Gzip.of(bytes)));
    }

    /** The address of an asset by its name in {@code src/main/resources/assets}. An unknown name is a defect. */
    public String href(String name) {
        String href = hrefs.get(name);
        if (href == null) {
            throw new IllegalArgumentException("No asset " + name);
        }
        return href;
    }

    @Nullable
    Asset at(String href) {
        return byHref.get(href);
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
