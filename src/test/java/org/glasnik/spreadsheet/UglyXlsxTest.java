package org.glasnik.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glasnik.spreadsheet.Reading.table;
import static org.glasnik.spreadsheet.Xlsx.formula;
import static org.glasnik.spreadsheet.Xlsx.number;
import static org.glasnik.spreadsheet.Xlsx.row;
import static org.glasnik.spreadsheet.Xlsx.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UglyXlsxTest {
    private static final String HEAD = row(1, "a", "b");
    private static final byte[] GOOD = Xlsx.of(HEAD + row(2, "1", "2")).bytes();

    private static Xlsx cell(String cell) {
        return Xlsx.of(HEAD + "<row r=\"2\">" + cell + "</row>");
    }

    private static Arguments seen(String what, String format, String value, String shown) {
        return Arguments.of(what, cell(number("A2", 0, value)).formats(format).bytes(), table("a|b//" + shown + "|"));
    }

    private static byte[] zip(String... namesAndContents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The old binary format, and a workbook with a password, which lies in one. */
    private static byte[] ole(String stream) {
        byte[] file = new byte[70_000];
        byte[] magic = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        System.arraycopy(magic, 0, file, 0, magic.length);
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        // Across the border between two reads.
        System.arraycopy(name, 0, file, (1 << 16) - 10, name.length);
        return file;
    }

    private static byte[] encryptedEntry() {
        byte[] zip = GOOD.clone();
        for (int i = 0; i + 10 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 8] |= 1;
            }
        }
        return zip;
    }

    private static byte[] cut(byte[] file, int length) {
        return Arrays.copyOf(file, length);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                seen("a date by number", "14", "46454", "2027-03-08"),
                seen("a date of its own format", "yyyy\\-mm\\-dd", "46454", "2027-03-08"),
                seen("a Ukrainian date", "[$-422]d mmmm yyyy\" р.\";@", "46454", "2027-03-08"),
                seen("a date with time", "22", "46454.586805555555", "2027-03-08T14:05"),
                seen("a date with seconds", "yyyy-mm-dd hh:mm:ss", "46454.58681712963", "2027-03-08T14:05:01"),
                seen("midnight of a format with time", "dd.mm.yyyy hh:mm", "46454", "2027-03-08T00:00"),
                seen("a fraction that the format hides", "dd.mm.yyyy", "46454.75", "2027-03-08"),
                seen("the day before the false one", "14", "59", "1900-02-28"),
                seen("the day after the false one", "14", "61", "1900-03-01"),
                seen("a time", "20", "0.25", "06:00"),
                seen("more than a day of hours", "46", "1.5", "36:00:00"),
                seen("a whole number", "0", "42", "42"),
                seen("a whole number written as a fraction", "0", "42.0", "42"),
                seen("a telephone number in powers of ten", "General", "3.80441234567E11", "380441234567"),
                seen("fifteen digits", "0", "123456789012345", "123456789012345"),
                seen("nineteen digits that a program wrote", "0", "1234567890123456789", "1234567890123456789"),
                seen("noise behind the fifteenth digit", "0", "0.30000000000000004", "0.3"),
                seen("a small number", "0", "1.5E-7", "0.00000015"),
                seen("a negative one", "#,##0.00;[Red]-#,##0.00", "-1234.5", "-1234.5"),
                seen("zero", "0", "-0", "0"),
                seen("per cent", "9", "0.07", "7%"),
                seen("per cent of parts", "0.0%", "0.125", "12.5%"),
                seen("a code with zeros before", "00000000", "4054346", "04054346"),
                seen("a number with its plus", "\"+\"#", "380441234567", "+380441234567"),
                seen("a currency", "#,##0.00\" грн\"", "1200", "1200"),
                seen("minutes in quotes are none", "0\" days\"", "12", "12"),
                Arguments.of(
                        "old Macintosh",
                        cell(number("A2", 0, "44992"))
                                .formats("14")
                                .sheets(
                                        "<workbookPr date1904=\"1\"/>",
                                        "<sheet name=\"x\" sheetId=\"1\" r:id=\"rId1\"/>")
                                .bytes(),
                        table("a|b//2027-03-08|")),
                Arguments.of(
                        "a date as text",
                        cell("<c r=\"A2\" t=\"d\"><v>2027-03-08T00:00:00</v></c>")
                                .bytes(),
                        table("a|b//2027-03-08|")),
                Arguments.of(
                        "true and false",
                        cell("<c r=\"A2\" t=\"b\"><v>1</v></c><c r=\"B2\" t=\"b\"><v>0</v></c>")
                                .bytes(),
                        table("a|b//true|false")),
                Arguments.of(
                        "shared texts, runs and what is above them",
                        cell("<c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" t=\"s\"><v>0</v></c>")
                                .texts(
                                        "<si><t>нуль</t></si><si><r><t xml:space=\"preserve\">Бер</t></r><r><rPr><b/></rPr><t>шадь</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>")
                                .bytes(),
                        table("a|b//Бершадь|нуль")),
                Arguments.of(
                        "characters in words",
                        cell(text("A2", "x_x000D__x005F_x0041_&amp;&#x1F600;")).bytes(),
                        table("a|b//x\r_x0041_&\uD83D\uDE00|")),
                Arguments.of(
                        "a result of a formula",
                        cell(formula("A2", "n", "<v>7</v>") + formula("B2", "str", "<v>так</v>"))
                                .bytes(),
                        table("a|b//7|так")),
                Arguments.of(
                        "an empty text of a formula",
                        cell(formula("A2", "str", "<v></v>") + text("B2", "x")).bytes(),
                        table("a|b//|x")),
                Arguments.of(
                        "cells without addresses",
                        Xlsx.of(
                                        "<row><c t=\"inlineStr\"><is><t>a</t></is></c><c t=\"inlineStr\"><is><t>b</t></is></c></row><row><c><v>1</v></c><c><v>2</v></c></row>")
                                .bytes(),
                        table("a|b//1|2")),
                Arguments.of(
                        "empty rows and cells",
                        Xlsx.of("<row r=\"1\"/>" + row(3, "", "a", "b") + row(4, " ", "", "") + row(9, "", "1", "2"))
                                .bytes(),
                        table("|a|b//|1|2")),
                Arguments.of(
                        "hidden rows",
                        Xlsx.of(HEAD + row(2, "1", "2").replace("<row ", "<row hidden=\"1\" "))
                                .bytes(),
                        table("a|b//1|2")),
                Arguments.of(
                        "merged cells below the headings",
                        Xlsx.of(
                                        HEAD + row(2, "1", "x") + row(3, "2", "y") + row(4, "3", "z"),
                                        "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"A4:B4\"/></mergeCells>")
                                .bytes(),
                        table("a|b//1|x//|y//3|")),
                Arguments.of(
                        "a fault under a merged cell",
                        Xlsx.of(
                                        HEAD + "<row r=\"2\">" + text("A2", "1")
                                                + "<c r=\"B2\" t=\"e\"><v>#REF!</v></c></row>",
                                        "<mergeCells><mergeCell ref=\"A2:B2\"/></mergeCells>")
                                .bytes(),
                        table("a|b//1|")),
                Arguments.of(
                        "parts of other names, a comment, prefixes",
                        Xlsx.of("")
                                .with(
                                        "xl/worksheets/sheet1.xml",
                                        "<x:worksheet xmlns:x=\"u\"><!-- by -- hand --><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t><![CDATA[a<b]]></x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>"
                                                .replace("by -- hand", "by hand"))
                                .bytes(),
                        table("a<b")));
    }

    static Stream<Arguments> refusals() {
        String hidden = "<sheet name=\"x\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/>";
        return Stream.of(
                Arguments.of(
                        "an error",
                        cell(text("A2", "1") + "<c r=\"B2\" t=\"e\"><v>#REF!</v></c>")
                                .bytes(),
                        "error 2 2"),
                Arguments.of(
                        "a formula without its result",
                        cell("<c r=\"B2\"><f>A1</f></c>").bytes(),
                        "formula 2 2"),
                Arguments.of(
                        "a formula with an empty result",
                        cell("<c r=\"B2\"><f>A1</f><v/></c>").bytes(),
                        "formula 2 2"),
                Arguments.of(
                        "nineteen digits that were rounded",
                        cell(number("A2", 0, "1.23456789012345E+18")).bytes(),
                        "rounded 2 1"),
                Arguments.of(
                        "sixteen digits, the last one lost",
                        cell(number("A2", 0, "4149439012345670")).bytes(),
                        "rounded 2 1"),
                Arguments.of("no number", cell(number("A2", 0, "abc")).bytes(), "number 2 1"),
                Arguments.of(
                        "an exponent like a bomb",
                        cell(number("A2", 0, "1E999999999")).bytes(),
                        "rounded 2 1"),
                Arguments.of(
                        "a date before the calendar",
                        cell(number("A2", 0, "-5")).formats("14").bytes(),
                        "number 2 1"),
                Arguments.of(
                        "merged headings",
                        Xlsx.of(
                                        row(1, "a", "b", "c") + row(2, "1", "2", "3"),
                                        "<mergeCells><mergeCell ref=\"B1:C1\"/></mergeCells>")
                                .bytes(),
                        "merged 1 2"),
                Arguments.of(
                        "headings of two floors",
                        Xlsx.of(
                                        row(1, "a", "b") + row(2, "", "2") + row(3, "1", "2"),
                                        "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>")
                                .bytes(),
                        "merged 1 1"),
                Arguments.of(
                        "a cell beyond the headings",
                        Xlsx.of(HEAD + row(7, "1", "2", "", "4")).bytes(),
                        "wider 7 4"),
                Arguments.of(
                        "a cell in the last column",
                        Xlsx.of(HEAD + "<row r=\"2\">" + text("XFD2", "x") + "</row>")
                                .bytes(),
                        "wider 2 201"),
                Arguments.of(
                        "201 columns",
                        Xlsx.of(row(1, Stream.generate(() -> "h").limit(201).toArray(String[]::new)))
                                .bytes(),
                        "columns 0 0"),
                Arguments.of(
                        "51 rows",
                        Xlsx.of(HEAD
                                        + Stream.iterate(2, i -> i + 1)
                                                .limit(51)
                                                .map(i -> row(i, "x"))
                                                .reduce("", String::concat))
                                .bytes(),
                        "rows 0 0"),
                Arguments.of(
                        "a cell too long", cell(text("B2", "x".repeat(1001))).bytes(), "cell 2 2"),
                Arguments.of(
                        "a cell far too long",
                        cell(text("B2", "x".repeat(100_000))).bytes(),
                        "cell 2 2"),
                Arguments.of(
                        "a shared text far too long",
                        cell("<c r=\"A2\" t=\"s\"><v>0</v></c>")
                                .texts("<si><t>" + "x".repeat(100_000) + "</t></si>")
                                .bytes(),
                        "longtext 0 0"),
                Arguments.of(
                        "a shared text that is not there",
                        cell("<c r=\"A2\" t=\"s\"><v>5</v></c>")
                                .texts("<si><t>x</t></si>")
                                .bytes(),
                        "damaged 0 0"),
                Arguments.of("NUL in words", cell(text("B2", "x_x0000_")).bytes(), "character 2 2"),
                Arguments.of(
                        "half a pair in words", cell(text("B2", "x_xD83D_")).bytes(), "character 2 2"),
                Arguments.of("an empty sheet", Xlsx.of("").bytes(), "sheet 0 0"),
                Arguments.of("all sheets hidden", Xlsx.of(HEAD).sheets(hidden).bytes(), "hidden 0 0"),
                Arguments.of(
                        "a sheet outside of the file",
                        Xlsx.of(HEAD)
                                .with(
                                        "xl/_rels/workbook.xml.rels",
                                        "<Relationships><Relationship Id=\"rId1\" TargetMode=\"External\" Type=\"x/worksheet\" Target=\"file:///etc/passwd\"/></Relationships>")
                                .bytes(),
                        "hidden 0 0"),
                Arguments.of(
                        "a sheet that is not there",
                        Xlsx.of(HEAD).without("xl/worksheets/sheet1.xml").bytes(),
                        "damaged 0 0"),
                // Hostile
                Arguments.of(
                        "a document type",
                        Xlsx.of("")
                                .with(
                                        "xl/worksheets/sheet1.xml",
                                        "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData></worksheet>")
                                .bytes(),
                        "doctype 0 0"),
                Arguments.of(
                        "a billion laughs",
                        Xlsx.of(HEAD)
                                .texts("")
                                .with(
                                        "xl/sharedStrings.xml",
                                        "<?xml version=\"1.0\"?><!DOCTYPE s [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>")
                                .bytes(),
                        "doctype 0 0"),
                Arguments.of("an entity of nowhere", cell(text("A2", "&nbsp;")).bytes(), "damaged 0 0"),
                Arguments.of(
                        "an encoding that hides it",
                        Xlsx.of("")
                                .with("xl/workbook.xml", "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADwAIQ-DOCTYPE x>")
                                .bytes(),
                        "damaged 0 0"),
                Arguments.of(
                        "a comment without end",
                        cell("<!-- " + "<".repeat(2_000_000)).bytes(),
                        "damaged 0 0"),
                Arguments.of(
                        "an attribute of two million characters",
                        cell("<c r=\"" + "A".repeat(2_000_000) + "\"/>").bytes(),
                        "damaged 0 0"),
                Arguments.of(
                        "a tower of elements",
                        cell("<x>".repeat(10_000) + "</x>".repeat(10_000)).bytes(),
                        "damaged 0 0"),
                Arguments.of(
                        "more names than anyone writes",
                        cell(Stream.iterate(0, i -> i + 1)
                                        .limit(60_000)
                                        .map(i -> "<x" + i + "/>")
                                        .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                                        .toString())
                                .bytes(),
                        "damaged 0 0"),
                Arguments.of(
                        "rows that go back",
                        Xlsx.of(HEAD + row(5, "x") + row(4, "y")).bytes(),
                        "damaged 0 0"),
                Arguments.of(
                        "a row beyond the last",
                        Xlsx.of(HEAD + row(1_048_577, "x")).bytes(),
                        "damaged 0 0"),
                Arguments.of("a column beyond the last", cell(text("XFE2", "x")).bytes(), "damaged 0 0"),
                Arguments.of(
                        "a column like a number", cell(text("AAAAAAA2", "x")).bytes(), "damaged 0 0"),
                Arguments.of(
                        "a style that is no number",
                        cell("<c r=\"A2\" s=\"x\"><v>1</v></c>").bytes(),
                        "damaged 0 0"),
                Arguments.of(
                        "zip slip",
                        Xlsx.of(HEAD).with("xl/../../../../etc/cron.d/x", "x").bytes(),
                        "names 0 0"),
                Arguments.of(
                        "a path of Windows", Xlsx.of(HEAD).with("xl\\x", "x").bytes(), "names 0 0"),
                Arguments.of(
                        "an absolute path", Xlsx.of(HEAD).with("/etc/x", "x").bytes(), "names 0 0"),
                Arguments.of(
                        "two parts of one name",
                        Xlsx.of(HEAD).with("XL/workbook.xml", "x").bytes(),
                        "names 0 0"),
                Arguments.of(
                        "a text between tags that fills the memory",
                        Xlsx.of(HEAD)
                                .with("xl/styles.xml", "<styleSheet>" + " ".repeat(2_000_000) + "</styleSheet>")
                                .bytes(),
                        "damaged 0 0"),
                Arguments.of(
                        "more than it may unpack to",
                        Xlsx.of(HEAD, "<row/>".repeat(2 << 20)).bytes(),
                        "bomb 0 0"),
                Arguments.of("half a file", cut(GOOD, GOOD.length / 2), "damaged 0 0"),
                Arguments.of("all but its end", cut(GOOD, GOOD.length - 1), "damaged 0 0"),
                // What is none
                Arguments.of("an old XLS", ole("Workbook"), "xls 0 0"),
                Arguments.of("a workbook with a password", ole("EncryptedPackage"), "encrypted 0 0"),
                Arguments.of("entries with a password", encryptedEntry(), "encrypted 0 0"),
                Arguments.of(
                        "ODS",
                        zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>"),
                        "ods 0 0"),
                Arguments.of(
                        "a document", zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<x/>"), "type 0 0"),
                Arguments.of(
                        "a binary workbook",
                        zip("[Content_Types].xml", "<Types/>", "xl/workbook.bin", "x"),
                        "xlsb 0 0"),
                Arguments.of("any zip", zip("a.txt", "x"), "type 0 0"),
                Arguments.of("an empty zip", zip(), "type 0 0"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"values", "refusals"})
    void anUglyWorkbookIsReadRightOrRefusedWhereItFails(String what, byte[] file, Object expected) throws IOException {
        assertThat(Reading.of("table.csv", file)).isEqualTo(expected);
    }

    /** What the directory says of a part's size is not believed. The control: with a larger limit it unpacks, and is a table. */
    @Test
    void aBombIsCountedWhileItUnpacks() throws IOException {
        byte[] bomb = Xlsx.of(HEAD + row(2, "1", "2"), "<row/>".repeat(7 << 20)).bytes();
        for (int i = 0; i + 28 < bomb.length; i++) {
            if (bomb[i] == 'P' && bomb[i + 1] == 'K' && bomb[i + 2] == 1 && bomb[i + 3] == 2) {
                bomb[i + 24] = 10;
                bomb[i + 25] = bomb[i + 26] = bomb[i + 27] = 0;
            }
        }
        assertThat(bomb.length).isLessThan(100_000);
        assertThat(Reading.of("x.xlsx", bomb)).isEqualTo("bomb 0 0");
        assertThat(Reading.of("x.xlsx", bomb, TableLimits.STANDARD)).isEqualTo("bomb 0 0");
        byte[] smaller =
                Xlsx.of(HEAD + row(2, "1", "2"), "<row/>".repeat(2 << 20)).bytes();
        assertThat(Reading.of("x.xlsx", smaller)).isEqualTo("bomb 0 0");
        assertThat(Reading.of("x.xlsx", smaller, TableLimits.STANDARD)).isEqualTo(table("a|b//1|2"));
    }

    @Test
    void theFirstSheetThatIsSeenIsRead() throws Exception {
        byte[] book = Xlsx.of(HEAD)
                .with("xl/worksheets/sheet2.xml", Xlsx.sheet(row(1, "друга"), ""))
                .sheets(
                        "<sheet name=\"Чернетка\" sheetId=\"1\" state=\"veryHidden\" r:id=\"rId1\"/><sheet name=\"Графік\" sheetId=\"3\" r:id=\"rId5\"/>"
                                + "<sheet name=\"Друга\" sheetId=\"2\" r:id=\"rId2\"/><sheet name=\"Знову перша\" sheetId=\"9\" r:id=\"rId1\"/>")
                .bytes();
        assertThat(Reading.of("x.xlsx", book)).isEqualTo(table("друга"));
        assertThat(Reading.format("x.xlsx", book)).isEqualTo(TableFormat.xlsx("Друга", List.of("Знову перша")));
    }
}
