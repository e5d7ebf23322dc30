package org.glasnik.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an archive under another name and gives it its own when it is whole and on the disk. Nobody but its owner may read it,
 * from its first byte on.
 */
final class ArchiveWriter implements AutoCloseable {
    private final Path target;
    private final Path partial;
    private final FileChannel channel;
    private final @Nullable OutputStream sealed;
    private final OutputStream file;
    private final ZipOutputStream zip;
    private boolean whole;

    /** Writes one entry's bytes. */
    interface Content {
        void to(OutputStream out) throws Exception;
    }

    ArchiveWriter(Path target, char @Nullable [] passphrase) throws IOException {
        this.target = target;
        this.partial = target.resolveSibling(target.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        this.channel = FileChannel.open(
                partial,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        this.file = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        this.sealed = passphrase == null ? null : Sealing.seal(file, passphrase);
        this.zip = new ZipOutputStream(sealed == null ? file : sealed);
    }

    /** Hex of the SHA-256 of what was written. */
    String entry(String name, Content content) throws Exception {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        DigestOutputStream hashed = new DigestOutputStream(zip, sha256());
        content.to(hashed);
        zip.closeEntry();
        return HexFormat.of().formatHex(hashed.getMessageDigest().digest());
    }

    /** The archive has its name only after this; its size in bytes. */
    long finish() throws IOException {
        zip.finish();
        if (sealed != null) {
            sealed.close();
        }
        file.flush();
        channel.force(true);
        long bytes = channel.size();
        channel.close();
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        sync(target.toAbsolutePath().getParent());
        whole = true;
        return bytes;
    }

    @Override
    public void close() throws IOException {
        if (!whole) {
            channel.close();
            Files.deleteIfExists(partial);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The name of a file is on the disk only when its directory is. */
    static void sync(@Nullable Path directory) throws IOException {
        if (directory != null) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
