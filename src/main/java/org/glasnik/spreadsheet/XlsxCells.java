package org.glasnik.spreadsheet;

import java.io.IOException;

/** One cell of a sheet as a person sees it. */
final class XlsxCells {
    private static final int LONGEST_NUMBER = 400;

    /** Of a value in a message. */
    private static final int SHOWN = 30;

    private final XmlPart xml;
    private final SharedTexts texts;
    private final CellNumbers numbers;
    private final int longest;
    private final CellText inline;
    private final StringBuilder value = new StringBuilder();

    XlsxCells(XmlPart xml, SharedTexts texts, CellNumbers numbers, int longest) {
        this.xml = xml;
        this.texts = texts;
        this.numbers = numbers;
        this.longest = longest;
        this.inline = new CellText(longest);
    }

    /**
     * Stands at the cell's start and goes on to its end.
     *
     * @param hidden lies under another cell: nothing in it is a fault
     */
    String read(int row, int column, boolean hidden) throws IOException, TableRefused {
        String type = xml.attribute("t");
        int style = xml.number("s", -1);
        boolean formula = false;
        boolean inValue = false;
        value.setLength(0);
        inline.clear();
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v")) {
                inValue = true;
            } else if (xml.ends("v")) {
                inValue = false;
            } else if (inValue && xml.isText()) {
                xml.textTo(value, longest * 7, () -> TableRefused.cell("cell", row, column, "most", longest));
            } else if (xml.starts("f")) {
                formula = true;
            } else {
                inline.take(xml, () -> TableRefused.cell("cell", row, column, "most", longest));
            }
        }
        if (hidden) {
            return "";
        }
        // A formula of which nobody has stored the result: programs write such, and reckoning it is a spreadsheet's
        // work.
        if (formula && value.isEmpty() && !"str".equals(type)) {
            throw TableRefused.cell("formula", row, column);
        }
        return shown(type == null ? "n" : type, style, row, column);
    }

    private String shown(String type, int style, int row, int column) throws TableRefused {
        return switch (type) {
            case "inlineStr" -> inline.toString();
            case "str" -> CellText.unescaped(value.toString());
            case "s" -> shared(value.toString().strip());
            case "b" -> value.toString().strip().equals("1") ? "true" : value.isEmpty() ? "" : "false";
            case "e" -> throw TableRefused.cell("error", row, column, "value", cut());
            case "d" -> value.toString().strip().replaceFirst("T00:00(:00(\\.0+)?)?Z?$", "");
            default -> value.isEmpty() ? "" : number(style, row, column);
        };
    }

    private String shared(String index) throws TableRefused {
        if (index.isEmpty()) {
            return "";
        }
        String text = index.matches("[0-9]{1,9}") ? texts.get(Integer.parseInt(index)) : null;
        if (text == null) {
            throw TableRefused.file("damaged");
        }
        return text;
    }

    private String number(int style, int row, int column) throws TableRefused {
        if (value.length() > LONGEST_NUMBER) {
            throw TableRefused.file("damaged");
        }
        String shown = numbers.shown(value.toString(), style);
        if (shown == null) {
            throw TableRefused.cell(
                    CellNumbers.tooLong(value.toString()) ? "rounded" : "number", row, column, "value", cut());
        }
        return shown;
    }

    private String cut() {
        return value.substring(0, Math.min(value.length(), SHOWN));
    }
}
