package org.glasnik.file;

import java.time.Instant;

/**
 * A file that is stored.
 *
 * @param name as a reader is offered it: cleaned, with an ending that tells the type
 * @param size in bytes, as stored
 */
public record StoredFile(FileId id, String name, FileType type, long size, FileOwner owner, Instant storedAt) {}
