package org.glasnik.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL itself: an archive on the class path, unpacked once. */
final class Archive {

    private static final Pattern VERSION = Pattern.compile("-(\\d+(?:\\.\\d+)+)\\.jar");
    private static final int BLOCK = 512;

    private Archive() {}

    /** The unpacked directory, with {@code bin} in it. Whoever is killed half-way leaves nothing that looks finished. */
    static Path unpack(Path into) {
        var name = "postgres-%s-%s.txz".formatted(system(), processor());
        var url = Archive.class.getClassLoader().getResource(name);
        if (url == null) {
            throw new PostgresException(
                    "This build of Glasnik brings no PostgreSQL for this machine (%s). Build it here, or set GLASNIK_DATABASE_URL to a PostgreSQL of your own."
                            .formatted(name));
        }
        try {
            var target = into.resolve(version(url));
            if (Files.isExecutable(target.resolve("bin/postgres"))) {
                return target;
            }
            Files.createDirectories(into);
            var temporary = Files.createTempDirectory(into, ".new-");
            try (var in = new XZInputStream(new BufferedInputStream(url.openStream()))) {
                untar(in, temporary);
            }
            openDirectories(temporary);
            Files.setPosixFilePermissions(into, PosixFilePermissions.fromString("rwxr-xr-x"));
            // Else a power cut could leave a finished name on empty files.
            Command.run(into, List.of("sync"));
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException e) {
            throw new PostgresException(
                    "PostgreSQL cannot be unpacked into %s: %s. It needs 80 MB there, and the right to write."
                            .formatted(into, e.getMessage()),
                    e);
        }
    }

    /** Whatever the umask says, PostgreSQL may have to run as somebody else. */
    private static void openDirectories(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            for (var dir : files.filter(f -> Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    /** Other versions, and what a killed start has left. */
    static void prune(Path into, Path keep) throws IOException {
        if (Files.isSymbolicLink(into)) {
            return;
        }
        for (var other : Home.list(into, "")) {
            if (!other.equals(keep)) {
                Home.deleteTree(other);
            }
        }
    }

    /** With the checksum: the same version may be published again with other contents. */
    private static String version(URL url) throws IOException {
        var found = VERSION.matcher(url.toString());
        var version = new StringBuilder("18");
        while (found.find()) {
            version.replace(0, version.length(), found.group(1));
        }
        if (url.openConnection() instanceof JarURLConnection jar) {
            version.append('-').append(Long.toHexString(jar.getJarEntry().getCrc()));
        }
        return version.toString();
    }

    /** The few kinds of entries that these archives have; an unknown one is an error, not a guess. */
    private static void untar(InputStream in, Path root) throws IOException {
        var header = new byte[BLOCK];
        while (in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
            var prefix = text(header, 345, 155);
            var name = (prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, 100);
            long size = Long.parseLong(text(header, 124, 12), 8);
            var path = root.resolve(name).normalize();
            if (!path.startsWith(root)) {
                throw new IOException("an entry points out of the archive: " + name);
            }
            Files.createDirectories(header[156] == '5' ? path : path.resolveSibling("."));
            switch (header[156]) {
                case '5' -> {}
                case '2' -> Files.createSymbolicLink(path, Path.of(text(header, 157, 100)));
                case '0', 0 -> {
                    try (var out = Files.newOutputStream(path)) {
                        long left = size;
                        var buffer = new byte[1 << 16];
                        for (int n; left > 0; left -= n) {
                            n = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                            if (n < 0) {
                                throw new IOException("the archive is cut off");
                            }
                            out.write(buffer, 0, n);
                        }
                    }
                    boolean program = (Integer.parseInt(text(header, 100, 8), 8) & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                    in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                }
                default -> throw new IOException("an entry of an unknown kind: " + name);
            }
        }
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, UTF_8).strip();
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    }

    private static String processor() {
        var arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (arch) {
            case "aarch64", "arm64" -> "arm_64";
            case "amd64", "x86_64" -> "x86_64";
            default -> arch;
        };
    }
}
