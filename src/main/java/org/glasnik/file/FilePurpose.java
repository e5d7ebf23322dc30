package org.glasnik.file;

import java.util.Set;

/**
 * What files are for, and what may be stored for it. Each use has one, as a constant.
 *
 * @param code such as {@code application.attachment}
 * @param largest size of one file, in bytes; not above {@code spring.servlet.multipart.max-file-size}
 * @param quota size of all files of one owner for this purpose together, in bytes, the bin included
 */
public record FilePurpose(String code, Set<FileType> types, long largest, long quota) {
    private static final long MEGA = 1024 * 1024;

    public static FilePurpose of(String code, int largestMegabytes, int quotaMegabytes, FileType... types) {
        return new FilePurpose(code, Set.of(types), largestMegabytes * MEGA, quotaMegabytes * MEGA);
    }

    int largestMegabytes() {
        return (int) Math.max(1, largest / MEGA);
    }

    int quotaMegabytes() {
        return (int) Math.max(1, quota / MEGA);
    }
}
