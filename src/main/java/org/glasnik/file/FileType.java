package org.glasnik.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Types that can be stored at all. A type that a browser would run (HTML, SVG, XML) is not among them, nor is a document with
 * macros.
 */
public enum FileType {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg", "jpe"),
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    TEXT("text/plain", "txt", "text", "md", "csv");

    private final String media;
    private final List<String> endings;

    FileType(String media, String... endings) {
        this.media = media;
        this.endings = List.of(endings);
    }

    /** As in {@code Content-Type}. */
    public String media() {
        return media;
    }

    /** Endings of names that say this type; the first is added to a name that says another. */
    List<String> endings() {
        return endings;
    }

    boolean image() {
        return this == PNG || this == JPEG;
    }

    static Optional<FileType> of(String media) {
        return Arrays.stream(values()).filter(t -> t.media.equals(media)).findFirst();
    }
}
