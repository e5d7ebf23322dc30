package org.glasnik.listing;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.glasnik.spreadsheet.Table;
import org.glasnik.spreadsheet.TableLimits;
import org.glasnik.spreadsheet.TableReader;
import org.glasnik.testing.Skip;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people type comes out of an export and into an import as it was, and never as a formula. */
class RoundTripTest {
    /** A cell with a neighbour, so that no row is empty. */
    record Cell(String text, String id) {}

    private static final Sheet<Cell> SHEET =
            Sheet.<Cell>of("cells").with("text", "text", Cell::text).with("id", "id", Cell::id);

    private static final List<String> PIECES = List.of(
            "=",
            "+",
            "-",
            "@",
            "'",
            "''",
            "\"",
            "\"\"",
            ",",
            ";",
            "|",
            "\t",
            "\r",
            "\n",
            "\r\n",
            " ",
            "\u00a0",
            "\u200b",
            "\\",
            "#",
            "_x0041_",
            "_x000D_",
            "_",
            "x",
            "&amp;",
            "<b>",
            "]]>",
            "\uff1d",
            "\uff0b",
            "\uff0d",
            "\uff20",
            "=HYPERLINK(\"http://x\")",
            "=cmd|' /C calc'!A0",
            "+380441234567",
            "+380 44 123 45 67",
            "-5",
            "1E5",
            "007",
            "2027-03-08",
            "3/8",
            "TRUE",
            "sep=;",
            "\u202eсправа\u202c",
            "שלום",
            "مرحبا",
            "\uD83D\uDE00",
            "\uD83D\uDC69\u200D\uD83D\uDCBB",
            "e\u0301",
            "й",
            "и\u0306",
            "Њ",
            "Ґґ",
            "\u0001",
            "\u001b",
            "\u007f",
            "\u0085",
            "\u2028",
            "\ufffe",
            "\uffff",
            "\ufeff",
            "null",
            "{}",
            "[",
            "слово");

    private static final List<Cell> CELLS = cells();

    @TempDir
    private static Path folder;

    private static List<Cell> cells() {
        Random random = new Random(11);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(1, 8); n > 0; n--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            if (i % 1_000 == 0) {
                text.append("ї".repeat(32_767 - text.length()));
            }
            cells.add(new Cell(text.toString(), "id" + i));
        }
        return cells;
    }

    /** As any text is kept: composed, without white space around. */
    private static String kept(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        int from = 0;
        int to = composed.length();
        while (from < to && blank(composed.charAt(from))) {
            from++;
        }
        while (to > from && blank(composed.charAt(to - 1))) {
            to--;
        }
        return composed.substring(from, to);
    }

    private static boolean blank(char c) {
        return (c >= '\t' && c <= '\r')
                || c == ' '
                || c == '\u0085'
                || c == '\u200b'
                || c == '\ufeff'
                || Character.isSpaceChar(c);
    }

    private static SheetFormat format(String name) {
        return switch (name) {
            case "csv" -> new CsvFormat(false);
            case "xlsx" -> new XlsxFormat();
            default -> new JsonFormat();
        };
    }

    private static Path file(String format) throws IOException {
        Path file = folder.resolve("cells." + format);
        if (!Files.exists(file)) {
            try (OutputStream out = Files.newOutputStream(file)) {
                format(format).write(SHEET, CELLS.iterator(), out);
            }
        }
        return file;
    }

    @BeforeAll
    static void theCellsAreHostile() {
        assertThat(CELLS.stream().filter(c -> c.text().startsWith("=")).count()).isGreaterThan(200);
        assertThat(CELLS.stream().filter(c -> c.text().startsWith("+380")).count())
                .isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "json"})
    void fiveThousandHostileCellsComeBack(String format) throws Exception {
        List<Cell> read = new ArrayList<>();
        try (Table table = TableReader.open(file(format), "cells." + format, TableLimits.STANDARD)) {
            assertThat(table.headings()).isEqualTo(List.of("text", "id"));
            while (table.next()) {
                read.add(new Cell(table.cells().get(0), table.cells().get(1)));
            }
        }
        assertThat(read)
                .isEqualTo(CELLS.stream()
                        .map(c -> new Cell(kept(c.text()), c.id()))
                        .toList());
    }

    /** The control: a program that knows nothing of the guard sees it, and no cell that a spreadsheet would reckon. */
    @Test
    void noCellOfTheCsvBeginsAFormula() throws Exception {
        try (var csv = CsvReader.builder().detectBomHeader(true).ofCsvRecord(file("csv"))) {
            assertThat(csv.stream().map(r -> r.getField(0)))
                    .noneMatch(cell ->
                            !cell.isEmpty() && "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20".indexOf(cell.charAt(0)) >= 0)
                    .anyMatch(cell -> cell.startsWith("'+380"));
        }
    }

    @Test
    void noCellOfTheWorkbookIsAFormula() throws Exception {
        assertThat(formulas(file("xlsx"))).isZero();
    }

    private static int formulas(Path book) throws IOException {
        try (ZipFile zip = new ZipFile(book.toFile())) {
            String sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            return sheet.split("<f[ >/]", -1).length - 1;
        }
    }

    /** The control: of the same cells without the guard it does. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void aSpreadsheetReckonsNothing(String format) throws Exception {
        Skip.unless(
                onThePath("soffice"), "No soffice here: what LibreOffice reckons in " + format + " is not measured");
        assertThat(formulas(converted(file(format)))).isZero();
        Path bare = folder.resolve("bare.csv");
        Files.writeString(bare, "=1+1,-2+3,+380441234567\n");
        assertThat(formulas(converted(bare))).isPositive();
    }

    private static Path converted(Path file) throws Exception {
        Path out = Files.createDirectories(folder.resolve("office"));
        Process office = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx",
                        "--outdir",
                        out.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        assertThat(office.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return out.resolve(file.getFileName().toString().replaceFirst("\\..*", ".xlsx"));
    }

    private static boolean onThePath(String program) {
        return java.util.Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(dir -> Files.isExecutable(Path.of(dir, program)));
    }

    /** Nothing is cut unseen: a cell too long for a workbook says by how much. */
    @Test
    void aTextTooLongForAWorkbookSaysHowMuchIsMissing() {
        assertThat(XlsxText.of("\uD83D\uDE00".repeat(20_000)))
                .hasSize(32_746 + "… [+7254]".length())
                .endsWith("\uD83D\uDE00… [+7254]");
        assertThat(XlsxText.of("ї".repeat(32_767))).isEqualTo("ї".repeat(32_767));
        assertThat(XlsxText.of("\0_x0041_ _x_")).isEqualTo("_x0000__x005F_x0041_ _x_");
    }
}
