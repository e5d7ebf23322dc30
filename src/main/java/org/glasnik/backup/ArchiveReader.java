package org.glasnik.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads an archive from its beginning to its end, as often as one likes, holding no more of it than a buffer. */
final class ArchiveReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MANIFEST_LIMIT = 256 << 20;

    private final Path file;
    private final Supplier<char[]> passphrase;
    private char @Nullable [] known;

    /** @param passphrase asked for at most once, and only if the file is sealed */
    ArchiveReader(Path file, Supplier<char[]> passphrase) {
        this.file = file;
        this.passphrase = passphrase;
    }

    /** Takes one entry; what it leaves unread is skipped. */
    interface Taking {
        void take(String name, InputStream content) throws Exception;
    }

    /** The manifest, once every entry has been read and is what the manifest says. */
    Manifest verified() throws Exception {
        return read((name, content) -> {});
    }

    Manifest read(Taking taking) throws Exception {
        Map<String, String> found = new TreeMap<>();
        byte[] manifest = null;
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                InputStream plain = plain(raw);
                ZipInputStream zip = new ZipInputStream(plain)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (manifest != null) {
                    throw changed("something follows the list of its parts");
                }
                if (entry.getName().equals(Manifest.ENTRY)) {
                    manifest = zip.readNBytes(MANIFEST_LIMIT);
                } else if (found.put(entry.getName(), take(entry.getName(), zip, taking)) != null) {
                    throw changed(entry.getName() + " is in it twice");
                }
            }
            plain.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (ZipException | java.io.EOFException e) {
            throw new BackupException(
                    "%s is damaged or cut off. Nothing was restored; take another copy of it.".formatted(file), e);
        }
        if (manifest == null) {
            throw new BackupException(
                    "%s is no backup of Glasnik, or it is cut off. Nothing was restored.".formatted(file));
        }
        return compared(manifest, found);
    }

    private static String take(String name, InputStream zip, Taking taking) throws Exception {
        DigestInputStream hashed = new DigestInputStream(zip, ArchiveWriter.sha256());
        taking.take(name, hashed);
        hashed.transferTo(java.io.OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(hashed.getMessageDigest().digest());
    }

    private Manifest compared(byte[] json, Map<String, String> found) {
        Manifest manifest;
        try {
            manifest = JSON.readValue(json, Manifest.class);
        } catch (JacksonException e) {
            throw new BackupException("The list of the parts of %s cannot be read.".formatted(file), e);
        }
        if (manifest.format() > Manifest.FORMAT) {
            throw new BackupException("%s was written by a newer Glasnik (format %d). Restore it with that one."
                    .formatted(file, manifest.format()));
        }
        Map<String, String> expected = manifest.hashes();
        if (!expected.keySet().equals(found.keySet())) {
            throw changed("its parts are not those of its list");
        }
        expected.forEach((name, hash) -> {
            if (!hash.equals(found.get(name))) {
                throw changed(name + " is not what was written");
            }
        });
        return manifest;
    }

    private BackupException changed(String what) {
        return new BackupException(
                "%s was changed after it was written: %s. Nothing was restored; take another copy of it."
                        .formatted(file, what));
    }

    private InputStream plain(InputStream raw) throws IOException {
        raw.mark(4);
        byte[] head = raw.readNBytes(4);
        raw.reset();
        if (head.length == 4 && head[0] == 'P' && head[1] == 'K') {
            return raw;
        }
        // OpenPGP: the first bit of the first byte, or the line that begins its form in letters.
        if (head.length == 4 && (head[0] < 0 || head[0] == '-')) {
            if (known == null) {
                known = passphrase.get();
            }
            return Sealing.open(raw, known);
        }
        throw new BackupException("%s is no backup of Glasnik.".formatted(file));
    }
}
