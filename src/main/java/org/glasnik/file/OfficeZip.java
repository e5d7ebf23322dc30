package org.glasnik.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Office documents are ZIP files. Only their table of contents is read; nothing is unpacked. */
final class OfficeZip {
    private static final int MOST_ENTRIES = 5_000;
    private static final long MOST_BYTES = 512L * 1024 * 1024;

    private OfficeZip() {}

    /** The kind of Office Open XML, told by its main part. */
    static Optional<FileType> type(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (!harmless(zip) || zip.getEntry("[Content_Types].xml") == null) {
                return Optional.empty();
            }
            List<FileType> types = List.of(FileType.DOCX, FileType.XLSX, FileType.PPTX).stream()
                    .filter(type -> zip.getEntry(main(type)) != null)
                    .toList();
            return types.size() == 1 ? Optional.of(types.getFirst()) : Optional.empty();
        } catch (ZipException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean harmless(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return harmless(zip);
        } catch (ZipException | IllegalArgumentException e) {
            return false;
        }
    }

    /** No macros, no programs, no paths out of it, and not a bomb for whoever opens it. */
    private static boolean harmless(ZipFile zip) {
        if (zip.size() > MOST_ENTRIES) {
            return false;
        }
        long bytes = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName().toLowerCase(Locale.ROOT);
            bytes += Math.max(0, entry.getSize());
            boolean escapes = name.startsWith("/")
                    || name.contains("\\")
                    || List.of(name.split("/")).contains("..");
            boolean runs = name.endsWith("vbaproject.bin")
                    || name.startsWith("basic/")
                    || name.startsWith("scripts/")
                    || name.matches(".*\\.(exe|dll|js|vbs|bat|cmd|ps1|jar|scr|hta)");
            if (escapes || runs || bytes > MOST_BYTES) {
                return false;
            }
        }
        return true;
    }

    private static String main(FileType type) {
        return switch (type) {
            case DOCX -> "word/document.xml";
            case XLSX -> "xl/workbook.xml";
            default -> "ppt/presentation.xml";
        };
    }
}
