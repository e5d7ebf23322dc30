package org.glasnik.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes files in. The row is part of the caller's transaction and the file is on the disk before it commits: whoever was told
 * that a file is stored finds it. What a crash or a rollback leaves behind is a file without a row, which the sweep removes.
 */
@Component
public class StoringFiles {
    private final StoredFiles files;
    private final FileFolder folder;
    private final FileTypes types;

    StoringFiles(StoredFiles files, FileFolder folder, FileTypes types) {
        this.files = files;
        this.folder = folder;
        this.types = types;
    }

    /**
     * Stores a file, images without what they tell beside the picture.
     *
     * @param name as the browser sent it; it is cleaned
     * @throws FileRefused with the words for the form
     * @throws IOException where the upload broke off
     */
    @Transactional(propagation = Propagation.MANDATORY, rollbackFor = IOException.class)
    public StoredFile store(InputStream content, @Nullable String name, FilePurpose purpose, FileOwner owner)
            throws IOException, FileRefused {
        Path given = folder.incoming();
        Path written = given;
        try {
            limited(content, given, purpose);
            FileType type = types.of(given)
                    .filter(purpose.types()::contains)
                    .orElseThrow(() -> new FileRefused("type", "types", endings(purpose)));
            if (type.image()) {
                written = folder.incoming();
                Images.strip(type, given, written);
            }
            long size = Files.size(written);
            if (files.usedBy(owner, purpose) + size > purpose.quota()) {
                throw new FileRefused("quota", "megabytes", purpose.quotaMegabytes());
            }
            StoredFile stored = files.add(FileName.clean(name, type), type, size, sha256(written), purpose, owner);
            forgetIfRolledBack(stored.id());
            folder.keep(written, stored.id());
            return stored;
        } finally {
            FileFolder.delete(given);
            FileFolder.delete(written);
        }
    }

    private static void limited(InputStream content, Path to, FilePurpose purpose) throws IOException, FileRefused {
        long size = 0;
        try (OutputStream out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                size += n;
                if (size > purpose.largest()) {
                    throw new FileRefused("large", "megabytes", purpose.largestMegabytes());
                }
                out.write(buffer, 0, n);
            }
        }
        if (size == 0) {
            throw new FileRefused("empty");
        }
    }

    private static String endings(FilePurpose purpose) {
        return purpose.types().stream()
                .map(type -> type.endings().getFirst().toUpperCase(java.util.Locale.ROOT))
                .sorted()
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private static byte[] sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void forgetIfRolledBack(FileId id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                // An unknown outcome may have been a commit: then the sweep decides, when the row can be seen.
                if (status == STATUS_ROLLED_BACK) {
                    try {
                        folder.delete(id);
                    } catch (UncheckedIOException e) {
                        return;
                    }
                }
            }
        });
    }
}
