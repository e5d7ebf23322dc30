package org.glasnik.listing;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SheetFormatTest {
    record Row(@Nullable String text, @Nullable Integer number, LocalDate day) {}

    private static final Sheet<Row> SHEET = Sheet.<Row>of("rows")
            .with("text", "=Text", Row::text)
            .with("number", "Number", Row::number)
            .with("day", "Day", Row::day);

    private static final LocalDate DAY = LocalDate.of(2027, 3, 8);

    private static byte[] written(SheetFormat format, List<Row> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(SHEET, rows.iterator(), out);
        return out.toByteArray();
    }

    private static List<List<String>> csv(byte[] bytes) throws IOException {
        try (var reader = CsvReader.builder().detectBomHeader(true).ofCsvRecord(new ByteArrayInputStream(bytes))) {
            return reader.stream()
                    .map(record -> List.copyOf(record.getFields()))
                    .toList();
        }
    }

    /** A thousand cells of the characters that break files, the same ones each time. */
    private static List<Row> hostile() {
        List<String> pieces = List.of(
                "=",
                "+",
                "-",
                "@",
                "\t",
                "\r",
                "\n",
                "\"",
                ",",
                ";",
                "'",
                "|",
                "\u0000",
                "\uff1d",
                "<b>&amp;",
                "ї",
                "џ",
                "😀",
                "=HYPERLINK(\"http://x\")",
                "=cmd|' /C calc'!A0",
                " ",
                "#",
                "\\",
                "+380441234567");
        Random random = new Random(7);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(1, 6); n > 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            rows.add(new Row(text.toString(), i - 500, DAY));
        }
        return rows;
    }

    @Test
    void csvIsWhatSpreadsheetsOpen() throws IOException {
        byte[] bytes = written(new CsvFormat(false), List.of(new Row("=1+1", -5, DAY), new Row(null, null, DAY)));
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo("\ufeff'=Text,Number,Day\r\n'=1+1,-5,2027-03-08\r\n,,2027-03-08\r\n");
    }

    /** The control: without the guard the formula stands there. */
    @Test
    void onlyTheRawFileLeavesFormulasAndPlusSigns() throws IOException {
        Row phone = new Row("+380 44 123 45 67", 1, DAY);
        assertThat(csv(written(new CsvFormat(false), List.of(phone))).get(1).getFirst())
                .isEqualTo("'+380 44 123 45 67");
        assertThat(csv(written(new CsvFormat(true), List.of(phone))).get(1).getFirst())
                .isEqualTo("+380 44 123 45 67");
    }

    @Test
    void hostileCellsComeBackFromCsvAsTheyWere() throws IOException {
        List<Row> rows = hostile();
        assertThat(csv(written(new CsvFormat(true), rows)).stream().skip(1).map(List::getFirst))
                .isEqualTo(rows.stream().map(Row::text).toList());
        assertThat(csv(written(new CsvFormat(false), rows)).stream().skip(1).map(List::getFirst))
                .noneMatch(cell -> "=+-@\t\r\n\0\uff1d".indexOf(cell.charAt(0)) >= 0);
    }

    @Test
    void hostileCellsComeBackFromJsonAsTheyWere() throws IOException {
        List<Row> rows = hostile();
        JsonNode json = JsonMapper.builder().build().readTree(written(new JsonFormat(), rows));
        List<Row> read = new ArrayList<>();
        json.forEach(node -> read.add(new Row(
                node.get("text").stringValue(),
                node.get("number").intValue(),
                LocalDate.parse(node.get("day").stringValue()))));
        assertThat(read).isEqualTo(rows);
    }

    @Test
    void aWorkbookHoldsTextsNumbersAndNoFormula() throws IOException {
        List<Row> rows = hostile();
        String sheet = entry(written(new XlsxFormat(), rows), "xl/worksheets/sheet1.xml");
        assertThat(sheet).doesNotContain("<f>");
        var cells = Jsoup.parse(sheet, Parser.xmlParser()).select("row");
        assertThat(cells).hasSize(1001);
        assertThat(cells.get(1).select("c").get(1).select("v").text()).isEqualTo("-500");
        // XML has no words for NUL: it is written as workbooks write such.
        List<String> texts = cells.stream()
                .skip(1)
                .map(row -> row.select("c").first().select("t").first().wholeText())
                .toList();
        assertThat(texts.stream().map(SheetFormatTest::lineEnds).toList())
                .isEqualTo(rows.stream()
                        .map(row -> lineEnds(String.valueOf(row.text()).replace("\0", "_x0000_")))
                        .toList());
    }

    private static String lineEnds(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** By the directory at its end, as spreadsheets read it. */
    private static String entry(byte[] zip, String name) throws IOException {
        Path file = Files.createTempFile("rows", ".xlsx");
        try {
            Files.write(file, zip);
            try (ZipFile book = new ZipFile(file.toFile())) {
                return new String(book.getInputStream(book.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }
}
