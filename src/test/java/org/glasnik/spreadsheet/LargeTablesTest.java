package org.glasnik.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A million rows (a quarter of them in {@code mvn verify}): refused at the limit, read right with a higher one, and the memory does
 * not grow with them.
 */
@Tag("soak")
class LargeTablesTest {
    private static final int ROWS = Boolean.getBoolean("soak") ? 1_000_000 : 250_000;
    private static final TableLimits HIGHER = new TableLimits(1L << 30, 2_000_000, 200, 32_767);

    /** What the heap may grow by between the first tenth of the rows and the last. */
    private static final long FLAT = 4 << 20;

    private static final String LAST_CSV = "Громада %1$d|UA%1$d|+380%1$d".formatted(ROWS);
    private static final String LAST_XLSX = "Громада & %1$d|%1$d|+380%1$d".formatted(ROWS);

    @TempDir
    private static Path folder;

    private static Path csv() throws IOException {
        Path file = folder.resolve("large.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("назва;код;телефон\r\n");
            for (int i = 1; i <= ROWS; i++) {
                out.write("Громада " + i + ";UA" + i + ";'+380" + i + "\r\n");
            }
        }
        return file;
    }

    /** With a million different shared texts, as Excel writes them. */
    private static Path xlsx() throws IOException {
        Path file = folder.resolve("large.xlsx");
        byte[] small = Xlsx.of("").texts("").bytes();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                ZipInputStream parts = new ZipInputStream(new java.io.ByteArrayInputStream(small))) {
            OutputStream out = new BufferedOutputStream(zip, 1 << 16);
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(part.getName()));
                String xml = new String(parts.readAllBytes(), StandardCharsets.UTF_8);
                int middle = xml.contains("<sheetData>") ? xml.indexOf("</sheetData>") : xml.indexOf("</sst>");
                if (middle < 0) {
                    out.write(xml.getBytes(StandardCharsets.UTF_8));
                } else {
                    out.write(xml.substring(0, middle).getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i <= ROWS; i++) {
                        out.write((xml.contains("</sst>") ? text(i) : row(i)).getBytes(StandardCharsets.UTF_8));
                    }
                    out.write(xml.substring(middle).getBytes(StandardCharsets.UTF_8));
                }
                out.flush();
                zip.closeEntry();
            }
        }
        return file;
    }

    private static String text(int i) {
        return "<si><t>" + (i == 0 ? "назва" : "Громада &amp; " + i) + "</t></si>";
    }

    private static String row(int i) {
        String cells = i == 0
                ? Xlsx.text("B1", "код") + Xlsx.text("C1", "телефон")
                : "<c r=\"B" + (i + 1) + "\"><v>" + i + "</v></c>" + Xlsx.text("C" + (i + 1), "+380" + i);
        return "<row r=\"" + (i + 1) + "\"><c r=\"A" + (i + 1) + "\" t=\"s\"><v>" + i + "</v></c>" + cells + "</row>";
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Reads all, keeps what it is told to, and gives how much the heap grew between. */
    private static long growth(Path file, String first, String last, List<Object> kept, boolean keeping)
            throws Exception {
        long before = 0;
        long after = 0;
        long start = System.nanoTime();
        try (Table table = TableReader.open(file, "large", HIGHER)) {
            int n = 0;
            while (table.next()) {
                n++;
                assertThat(table.row()).isEqualTo(n + 1);
                if (keeping) {
                    kept.add(table.cells());
                }
                if (n == 1) {
                    assertThat(table.cells()).isEqualTo(List.of(first.split("\\|")));
                }
                if (n == ROWS) {
                    assertThat(table.cells()).isEqualTo(List.of(last.split("\\|")));
                }
                if (n == ROWS / 10) {
                    before = used();
                }
                if (n == ROWS / 10 * 9) {
                    after = used();
                }
            }
            assertThat(n).isEqualTo(ROWS);
        }
        System.out.printf(
                "%s: %d rows in %.1f s, heap %+d kB%n",
                file.getFileName(), ROWS, (System.nanoTime() - start) / 1e9, (after - before) >> 10);
        return after - before;
    }

    @Test
    void manyRowsOfCsvAreReadWithFlatMemory() throws Exception {
        Path file = csv();
        assertThat(refusal(file)).isEqualTo("spreadsheet.refused.rows {most=200000}");
        assertThat(growth(file, "Громада 1|UA1|+3801", LAST_CSV, List.of(), false))
                .isLessThan(FLAT);
        // The control: rows that are kept show in the measure.
        List<Object> kept = new ArrayList<>();
        assertThat(growth(file, "Громада 1|UA1|+3801", LAST_CSV, kept, true)).isGreaterThan(5 * FLAT);
        Reference.reachabilityFence(kept);
    }

    @Test
    void manyRowsOfXlsxAreReadWithFlatMemory() throws Exception {
        Path file = xlsx();
        assertThat(refusal(file)).isEqualTo("spreadsheet.refused.rows {most=200000}");
        assertThat(growth(file, "Громада & 1|1|+3801", LAST_XLSX, List.of(), false))
                .isLessThan(FLAT);
    }

    private static String refusal(Path file) throws IOException {
        try (Table table = TableReader.open(file, "large", TableLimits.STANDARD)) {
            while (table.next()) {
                table.cells();
            }
            return "read";
        } catch (TableRefused e) {
            return e.getMessage();
        }
    }
}
