package org.glasnik.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glasnik.spreadsheet.Reading.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UglyCsvTest {
    private static final String UKRAINIAN =
            "Назва;Код;Телефон\r\nВінницька громада;7;+380 43\r\nЇжаківська ґміна;8;\r\n";
    private static final List<List<String>> UKRAINIAN_ROWS =
            table("Назва|Код|Телефон//Вінницька громада|7|+380 43//Їжаківська ґміна|8|");
    private static final String SERBIAN =
            "Naziv,Okrug\nNiš,Nišavski\nČačak,Moravički\nAranđelovac,Šumadijski\nŽabalj,Južnobački\n";
    private static final List<List<String>> SERBIAN_ROWS =
            table("Naziv|Okrug//Niš|Nišavski//Čačak|Moravički//Aranđelovac|Šumadijski//Žabalj|Južnobački");

    private static byte[] in(String charset, String text) {
        return text.getBytes(Charset.forName(charset));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static String columns(int n, String cell) {
        return IntStream.range(0, n).mapToObj(i -> cell + i).collect(Collectors.joining(";"));
    }

    static Stream<Arguments> files() {
        return Stream.of(
                // Encodings
                Arguments.of("UTF-8", utf8(UKRAINIAN), UKRAINIAN_ROWS),
                Arguments.of("UTF-8 with its mark", joined(bytes(0xef, 0xbb, 0xbf), utf8(UKRAINIAN)), UKRAINIAN_ROWS),
                Arguments.of(
                        "UTF-16LE with its mark", joined(bytes(0xff, 0xfe), in("UTF-16LE", UKRAINIAN)), UKRAINIAN_ROWS),
                Arguments.of(
                        "UTF-16BE with its mark", joined(bytes(0xfe, 0xff), in("UTF-16BE", UKRAINIAN)), UKRAINIAN_ROWS),
                Arguments.of("UTF-16LE without a mark", in("UTF-16LE", UKRAINIAN), UKRAINIAN_ROWS),
                Arguments.of("UTF-16BE without a mark", in("UTF-16BE", UKRAINIAN), UKRAINIAN_ROWS),
                Arguments.of("Windows-1251", in("windows-1251", UKRAINIAN), UKRAINIAN_ROWS),
                Arguments.of(
                        "Windows-1251, capitals",
                        in("windows-1251", "НАЗВА;КОД\nВІННИЦЯ;1"),
                        table("НАЗВА|КОД//ВІННИЦЯ|1")),
                Arguments.of(
                        "Windows-1251, one word", in("windows-1251", "name,code\nКиїв,1"), table("name|code//Київ|1")),
                Arguments.of(
                        "ISO-8859-5",
                        in("ISO-8859-5", "Назив;Шифра\nЂаково;1\nНиш;2"),
                        table("Назив|Шифра//Ђаково|1//Ниш|2")),
                Arguments.of("Windows-1250", in("windows-1250", SERBIAN), SERBIAN_ROWS),
                Arguments.of("ISO-8859-2", in("ISO-8859-2", SERBIAN), SERBIAN_ROWS),
                Arguments.of(
                        "Windows-1252",
                        in("windows-1252", "name,note\nYnys Môn,fête\n"),
                        table("name|note//Ynys Môn|fête")),
                Arguments.of("broken UTF-8", joined(utf8(UKRAINIAN), bytes(0xd0), utf8(";\n")), "charset 4 0"),
                Arguments.of(
                        "marked as UTF-8 and not",
                        joined(bytes(0xef, 0xbb, 0xbf), utf8("a;b\n"), bytes(0xc0, 0x3b)),
                        "charset 2 0"),
                Arguments.of(
                        "half a pair in UTF-16",
                        joined(bytes(0xff, 0xfe), in("UTF-16LE", "a;b\n1;"), bytes(0, 0xd8)),
                        "charset 1 0"),
                // Delimiters
                Arguments.of("comma", utf8("a,b,c\n1,2,3\n"), table("a|b|c//1|2|3")),
                Arguments.of(
                        "tab",
                        utf8("a\tb\tc\n1,5\t2;5\t3|5\n"),
                        List.of(List.of("a", "b", "c"), List.of("1,5", "2;5", "3|5"))),
                Arguments.of("bar", utf8("a|b\n1|2\n"), table("a|b//1|2")),
                Arguments.of(
                        "semicolon among decimal commas",
                        utf8("x;y\n1,5;2,5\n3,5;4,5\n"),
                        table("x|y//1,5|2,5//3,5|4,5")),
                Arguments.of(
                        "commas in sentences",
                        utf8("Name, full;Code\nBath, and North East;1\nArmagh, Banbridge;2\n"),
                        table("Name, full|Code//Bath, and North East|1//Armagh, Banbridge|2")),
                Arguments.of(
                        "delimiters in quotes", utf8("a,b\n\"x;y;z\",1\n\"p;q\",2\n"), table("a|b//x;y;z|1//p;q|2")),
                Arguments.of(
                        "one column with commas",
                        utf8("name\nArmagh City, Banbridge\nBath\n"),
                        table("name//Armagh City, Banbridge//Bath")),
                Arguments.of("one column", utf8("name\nБар\n\nБершадь\n"), table("name//Бар//Бершадь")),
                Arguments.of("sep= is said", utf8("sep=|\r\na;x|b\r\n1|2\r\n"), table("a;x|b//1|2")),
                Arguments.of(
                        "SEP= in UTF-16",
                        joined(bytes(0xff, 0xfe), in("UTF-16LE", "SEP=;\r\na,b;c\r\n1;2\r\n")),
                        table("a,b|c//1|2")),
                // Quotes and lines
                Arguments.of("quotes doubled", utf8("a;b\n\"ТОВ \"\"Зоря\"\"\";1\n"), table("a|b//ТОВ \"Зоря\"|1")),
                Arguments.of("quotes inside a bare cell", utf8("a;b\nТОВ \"Зоря\";1\n"), table("a|b//ТОВ \"Зоря\"|1")),
                Arguments.of(
                        "line ends in quotes", utf8("a;b\r\n\"x\r\ny\nz\";1\r\n2;\r\n"), table("a|b//x\r\ny\nz|1//2|")),
                Arguments.of("CR only", utf8("a;b\r1;2\r3;4"), table("a|b//1|2//3|4")),
                Arguments.of("all line ends", utf8("a;b\n1;2\r\n3;4\r5;6"), table("a|b//1|2//3|4//5|6")),
                Arguments.of("a quote left open", utf8("a;b\n1;2\n3;\"4\n5;6\n7;8\n"), "quotes 3 2"),
                Arguments.of("text behind a quote", utf8("a;b\n1;2\n\"Зоря\" ТОВ;3\n"), "quotes 3 1"),
                Arguments.of(
                        "rows of delimiters only",
                        utf8(";;\na;b;c\n;;\n  ;\t;\u00a0\n1;2;3\n\n\n"),
                        table("a|b|c//1|2|3")),
                Arguments.of("short rows", utf8("a;b;c\n1\n2;3\n"), table("a|b|c//1||//2|3|")),
                Arguments.of("blank cells beyond the headings", utf8("a;b;;\n1;2;;;;\n"), table("a|b//1|2")),
                Arguments.of("a heading that is blank", utf8("a;;c\n1;2;3\n"), table("a||c//1|2|3")),
                Arguments.of("a cell beyond the headings", utf8("a;b\n1;2\n\n3;4;;5\n"), "wider 4 4"),
                Arguments.of("a title above", utf8("Громади\nназва;код;тип\nБар;1;x\nБершадь;2;y\n"), "wider 2 2"),
                // Texts
                Arguments.of(
                        "spaces around, letters in parts",
                        utf8("\u00a0a \t;b\n \u2007e\u0301и\u0306\u200b;\ufeff2\n"),
                        table("a|b//\u00e9й|2")),
                Arguments.of(
                        "our own guard",
                        utf8("a,b,c,d\n'+380441234567,'=1+1,''=x,'\u0442\u0430\u043a\n"),
                        List.of(List.of("a", "b", "c", "d"), List.of("+380441234567", "=1+1", "'=x", "'так"))),
                Arguments.of("a NUL", utf8("a;b\n1;2\nx\0y;3\n"), "character 3 1"),
                Arguments.of(
                        "long codes",
                        utf8("code\n00012345678901234567890\n1E5\n007\n"),
                        table("code//00012345678901234567890//1E5//007")),
                // Limits
                Arguments.of(
                        "200 columns",
                        utf8(columns(200, "h") + "\n" + columns(200, "c")),
                        List.of(
                                List.of(columns(200, "h").split(";")),
                                List.of(columns(200, "c").split(";")))),
                Arguments.of("201 columns", utf8(columns(201, "h") + "\n"), "columns 0 0"),
                Arguments.of("20,000 cells in a row", utf8("a;b\n" + columns(20_000, "c")), "wider 2 3"),
                Arguments.of(
                        "50 rows",
                        utf8("a\n" + "1\n\n".repeat(50)),
                        Stream.concat(
                                        Stream.of(List.of("a")),
                                        Stream.generate(() -> List.of("1")).limit(50))
                                .toList()),
                Arguments.of("51 rows", utf8("a\n" + "1\n\n".repeat(51)), "rows 0 0"),
                Arguments.of("a cell too long", utf8("a;b\n1;" + "x".repeat(1001)), "cell 2 2"),
                Arguments.of("a file too large", utf8("x".repeat((1 << 20) + 1)), "bytes 0 0"),
                // What is none
                Arguments.of("nothing", new byte[0], "empty 0 0"),
                Arguments.of("white space only", utf8(" \r\n\t\r\n;;;\r\n"), "empty 0 0"),
                Arguments.of(
                        "a web page",
                        utf8("\ufeff\n<!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>"),
                        "html 0 0"),
                Arguments.of("a table of 2003 in XML", utf8("<?xml version=\"1.0\"?><Workbook/>"), "html 0 0"),
                Arguments.of("a PDF", utf8("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj"), "pdf 0 0"),
                Arguments.of(
                        "a picture",
                        joined(bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0), new byte[100]),
                        "type 0 0"),
                Arguments.of("a rich text", utf8("{\\rtf1\\ansi x}"), "type 0 0"),
                Arguments.of(
                        "bytes of no kind", bytes(1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 'a', ';', 'b'), "type 0 0"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void anUglyCsvIsReadRightOrRefusedWhereItFails(String what, byte[] file, Object expected) throws IOException {
        assertThat(Reading.of("table.xlsx", file)).isEqualTo(expected);
    }

    @Test
    void howItWasReadIsTold() throws Exception {
        assertThat(Reading.format("x.csv", in("windows-1251", UKRAINIAN)))
                .isEqualTo(TableFormat.csv("windows-1251", ';'));
        assertThat(Reading.format("x.csv", in("windows-1250", SERBIAN)))
                .isEqualTo(TableFormat.csv("windows-1250", ','));
        assertThat(Reading.format("x.csv", in("ISO-8859-2", SERBIAN))).isEqualTo(TableFormat.csv("ISO-8859-2", ','));
        assertThat(Reading.format("x.csv", utf8("a\tb"))).isEqualTo(TableFormat.csv("UTF-8", '\t'));
    }

    /** Rows are counted as a spreadsheet does: empty ones too, a cell of three lines as one. */
    @Test
    void aRowHasTheNumberThatASpreadsheetShows() throws Exception {
        java.nio.file.Path file = java.nio.file.Files.createTempFile("rows", ".csv");
        try {
            java.nio.file.Files.writeString(file, "\na;b\n\"1\n1\n1\";2\n\n3;4\n");
            try (Table table = TableReader.open(file, "rows.csv", Reading.LIMITS)) {
                assertThat(table.next()).isTrue();
                assertThat(table.row()).isEqualTo(3);
                assertThat(table.next()).isTrue();
                assertThat(table.row()).isEqualTo(5);
                assertThat(table.next()).isFalse();
            }
        } finally {
            java.nio.file.Files.delete(file);
        }
    }
}
