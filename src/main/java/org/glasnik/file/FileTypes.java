package org.glasnik.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/** The type of a file by its content. Its name and what the browser says of it are not asked. */
@Component
class FileTypes {
    private final Tika tika = new Tika();

    /** Empty for whatever cannot be stored. */
    Optional<FileType> of(Path file) throws IOException {
        String media;
        // A stream without a name: from a path Tika would take the ending into account.
        try (InputStream in = Files.newInputStream(file)) {
            media = tika.detect(in);
        }
        if (media.equals("application/zip") || media.equals("application/x-tika-ooxml")) {
            return OfficeZip.type(file);
        }
        Optional<FileType> type = FileType.of(media);
        if (type.filter(t -> t == FileType.ODT || t == FileType.ODS || t == FileType.ODP)
                .isPresent()) {
            return OfficeZip.harmless(file) ? type : Optional.empty();
        }
        return type;
    }
}
