package org.glasnik.operate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The machine and what it was told.
 *
 * @param data the folder whose disk counts
 */
record Machine(Path data, Optional<String> base) {
    private static final long MEGABYTE = 1_000_000;
    private static final long DISK_WARN = 2_000 * MEGABYTE;
    private static final long DISK_RED = 200 * MEGABYTE;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    Finding java() {
        return Finding.ok(
                "java",
                Map.of("version", Runtime.version().toString(), "vendor", System.getProperty("java.vendor", "")));
    }

    Finding disk() {
        Path there = data;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            Map<String, Object> said = Map.of("gigabytes", Math.round(free / 1e8) / 10.0, "folder", data.toString());
            if (free < DISK_RED) {
                return Finding.red("disk", "full", said);
            }
            return free < DISK_WARN ? Finding.warn("disk", "little", said) : Finding.ok("disk", said);
        } catch (IOException e) {
            return Finding.red("disk", "unreadable", Map.of("folder", data.toString()));
        }
    }

    Finding baseUrl(boolean demo) {
        if (demo) {
            return Finding.ok("base", "demo");
        }
        if (base.isEmpty()) {
            return Finding.red("base", "unset", Map.of());
        }
        Map<String, Object> said = Map.of("url", base.get());
        return fault(base.get())
                .map(state -> Finding.red("base", state, said))
                .orElseGet(() -> Finding.ok("base", said));
    }

    /** What keeps an address from being the base of links: {@code unclear} or {@code open}; empty where all is well. */
    static Optional<String> fault(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return Optional.of("unclear");
        }
        String path = Optional.ofNullable(uri.getPath()).orElse("");
        boolean plain = uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null
                && (path.isEmpty() || path.equals("/"));
        if (uri.getHost() == null || !plain || !Set.of("http", "https").contains(uri.getScheme())) {
            return Optional.of("unclear");
        }
        return uri.getScheme().equals("https") || LOOPBACK.contains(uri.getHost())
                ? Optional.empty()
                : Optional.of("open");
    }

    /** The address that only this machine reaches. */
    static InetAddress loopback() {
        return InetAddress.ofLiteral("127.0.0.1");
    }
}
