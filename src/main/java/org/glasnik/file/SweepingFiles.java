package org.glasnik.file;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.glasnik.access.PersonId;
import org.glasnik.personal.PersonErased;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Removes from the disk what no row knows: what a crash left, what was in the bin for 30 days, what was erased. */
@Component
public class SweepingFiles implements PersonErased {
    private static final Logger LOG = LoggerFactory.getLogger(SweepingFiles.class);

    /** No transaction with an upload is open for so long. */
    private static final Duration GRACE = Duration.ofHours(24);

    private static final Duration BIN = Duration.ofDays(30);

    private final StoredFiles files;
    private final FileFolder folder;
    private final TransactionOperations transaction;
    private final Clock clock;

    SweepingFiles(StoredFiles files, FileFolder folder, TransactionOperations transaction, Clock clock) {
        this.files = files;
        this.folder = folder;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Returns how many files were removed. */
    public int sweep() {
        List<FileId> purged = Objects.requireNonNull(
                transaction.execute(status -> files.purge(clock.instant().minus(BIN))));
        purged.forEach(folder::delete);
        // The disk has a clock of its own: the age of a file is told by that one.
        Instant limit = Instant.ofEpochMilli(System.currentTimeMillis()).minus(GRACE);
        int orphans = 0;
        for (Path shard : folder.shards()) {
            orphans += sweep(shard, limit);
        }
        for (Path left : folder.leftIncoming()) {
            if (FileFolder.olderThan(limit, left)) {
                FileFolder.delete(left);
                orphans++;
            }
        }
        if (orphans > 0) {
            LOG.info("Removed {} files that no row knew", orphans);
        }
        return purged.size() + orphans;
    }

    private int sweep(Path shard, Instant limit) {
        List<FileId> old = folder.files(shard).stream()
                .filter(file -> FileFolder.olderThan(limit, file))
                .map(FileFolder::id)
                .flatMap(Optional::stream)
                .toList();
        if (old.isEmpty()) {
            return 0;
        }
        Set<FileId> known = files.known(old);
        List<FileId> orphans = old.stream().filter(id -> !known.contains(id)).toList();
        orphans.forEach(folder::delete);
        return orphans.size();
    }

    /** The rows go with the erasure; the files go when it is certain. */
    @Override
    public void erased(Set<PersonId> people) {
        List<FileId> gone = files.ofPeople(people);
        if (!gone.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    try {
                        gone.forEach(folder::delete);
                    } catch (UncheckedIOException e) {
                        // No row knows them any more: the next sweep takes them.
                        LOG.warn("Files of someone who is erased cannot be deleted yet", e);
                    }
                }
            });
        }
    }
}
