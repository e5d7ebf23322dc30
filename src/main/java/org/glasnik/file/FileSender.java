package org.glasnik.file;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.glasnik.access.NotFound;
import org.springframework.stereotype.Component;

/** Sends stored files so that nothing in them runs: as a download, of the type that was found, in a sandbox. */
@Component
public class FileSender {
    private final FileFolder folder;

    FileSender(FileFolder folder) {
        this.folder = folder;
    }

    /** Call it once the viewer has been let through. */
    public void send(StoredFile file, HttpServletResponse response) throws IOException {
        Path path = folder.path(file.id());
        if (!Files.exists(path)) {
            throw new NotFound();
        }
        response.setContentType(
                file.type() == FileType.TEXT
                        ? "text/plain;charset=utf-8"
                        : file.type().media());
        response.setHeader("Content-Disposition", FileName.disposition(file.name()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentLengthLong(Files.size(path));
        Files.copy(path, response.getOutputStream());
    }
}
