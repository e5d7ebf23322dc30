package org.glasnik.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written by hand, so that it can be as ugly as needed. */
final class Xlsx {
    private final Map<String, String> parts = new LinkedHashMap<>();

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Xlsx() {}

    /** With one sheet: what stands inside sheetData, and behind it. */
    static Xlsx of(String rows, String behind) {
        Xlsx book = new Xlsx();
        book.parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        book.parts.put(
                "_rels/.rels",
                relations(
                        "<Relationship Id=\"r\" Type=\"" + OFFICE + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        book.sheets("<sheet name=\"Громади\" sheetId=\"1\" r:id=\"rId1\"/>");
        book.parts.put(
                "xl/_rels/workbook.xml.rels",
                relations(relation("rId1", "worksheet", "worksheets/sheet1.xml")
                        + relation("rId2", "worksheet", "/xl/worksheets/sheet2.xml")
                        + relation("rId3", "sharedStrings", "sharedStrings.xml")
                        + relation("rId4", "styles", "styles.xml")
                        + relation("rId5", "chartsheet", "chart.xml")));
        book.parts.put("xl/worksheets/sheet1.xml", sheet(rows, behind));
        return book;
    }

    static Xlsx of(String rows) {
        return of(rows, "");
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String relations(String inside) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inside
                + "</Relationships>";
    }

    static String sheet(String rows, String behind) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows
                + "</sheetData>" + behind + "</worksheet>";
    }

    Xlsx with(String part, String xml) {
        parts.put(part, xml);
        return this;
    }

    Xlsx without(String part) {
        parts.remove(part);
        return this;
    }

    Xlsx sheets(String sheets) {
        return sheets("", sheets);
    }

    Xlsx sheets(String properties, String sheets) {
        return with(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\">" + properties + "<sheets>" + sheets
                        + "</sheets></workbook>");
    }

    /** Formats of cells: {@code s="0"} is the first. */
    Xlsx formats(String... codes) {
        StringBuilder formats = new StringBuilder();
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < codes.length; i++) {
            boolean builtIn = codes[i].matches("[0-9]{1,2}");
            if (!builtIn) {
                formats.append("<numFmt numFmtId=\"")
                        .append(164 + i)
                        .append("\" formatCode=\"")
                        .append(codes[i].replace("\"", "&quot;"))
                        .append("\"/>");
            }
            cells.append("<xf numFmtId=\"")
                    .append(builtIn ? codes[i] : String.valueOf(164 + i))
                    .append("\"/>");
        }
        return with(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN + "\"><numFmts>" + formats
                        + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + cells
                        + "</cellXfs></styleSheet>");
    }

    Xlsx texts(String items) {
        return with("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">" + items + "</sst>");
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Texts as one row of inline cells. */
    static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int c = 0; c < texts.length; c++) {
            if (!texts[c].isEmpty()) {
                row.append(text(TableRefused.letters(c + 1) + number, texts[c]));
            }
        }
        return row.append("</row>").toString();
    }

    static String text(String at, String text) {
        return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    static String number(String at, int style, String value) {
        return "<c r=\"" + at + "\" s=\"" + style + "\"><v>" + value + "</v></c>";
    }

    static String formula(String at, String type, String value) {
        return "<c r=\"" + at + "\" t=\"" + type + "\"><f>A1+1</f>" + value + "</c>";
    }
}
