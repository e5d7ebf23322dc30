package org.glasnik.listing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends a list as a file: CSV, XLSX or JSON. The route is {@code @GetMapping("/bodies.{format:csv|xlsx|json}")}.
 *
 * <p>All rows come from one snapshot, through a cursor. They are put into a temporary file first: a reader on a slow line
 * holds no database connection, and a fault half way gives an error page instead of half a list.
 */
@Component
public final class Exporting {
    /** Rows that the driver fetches at a time: give it to {@code withFetchSize}, or the driver reads all rows at once. */
    public static final int FETCHED = 500;

    private final TransactionTemplate snapshot;
    private final Clock clock;

    Exporting(PlatformTransactionManager transactions, Clock clock) {
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.clock = clock;
    }

    /**
     * @param format csv, xlsx or json
     * @param rows called inside the snapshot; its stream is closed here
     */
    public <R> void send(
            String format,
            HttpServletRequest request,
            HttpServletResponse response,
            Sheet<R> sheet,
            Supplier<Stream<R>> rows)
            throws IOException {
        SheetFormat writing = switch (format) {
            case "xlsx" -> new XlsxFormat();
            case "json" -> new JsonFormat();
            default -> new CsvFormat("1".equals(request.getParameter("raw")));
        };
        // Readable by its owner only: createTempFile sees to that.
        Path file = Files.createTempFile("export", "." + format);
        try {
            snapshot.executeWithoutResult(status -> write(writing, sheet, rows, file));
            String name = sheet.name() + "-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + "." + format;
            response.setContentType(writing.type());
            response.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment()
                            .filename(name, StandardCharsets.US_ASCII)
                            .build()
                            .toString());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "private, no-store");
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static <R> void write(SheetFormat writing, Sheet<R> sheet, Supplier<Stream<R>> rows, Path file) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                Stream<R> all = rows.get()) {
            writing.write(sheet, all.iterator(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
