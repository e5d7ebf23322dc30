package org.glasnik.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a workbook and the sheet that is read: the first that a person sees.
 *
 * @param others visible sheets that are not read
 * @param since1904 the calendar of old Macintoshes
 */
record Workbook(
        String sheet,
        String sheetPart,
        List<String> others,
        @Nullable String textsPart,
        @Nullable String stylesPart,
        boolean since1904) {
    private static final int SHEETS = 1_000;

    private record Part(String type, String target) {}

    static Workbook of(Archive archive) throws IOException, TableRefused {
        if (!archive.has("[Content_Types].xml")) {
            throw TableRefused.file(archive.has("mimetype") && archive.has("content.xml") ? "ods" : "type");
        }
        String book = "xl/workbook.xml";
        if (archive.has("_rels/.rels")) {
            for (Part part : parts(archive, "").values()) {
                book = part.type.endsWith("/officeDocument") ? part.target : book;
            }
        }
        if (book.endsWith(".bin")) {
            throw TableRefused.file("xlsb");
        }
        if (!archive.has(book)) {
            throw TableRefused.file(archive.has("xl/workbook.bin") ? "xlsb" : "type");
        }
        Map<String, Part> parts = parts(archive, book);
        boolean since1904 = false;
        List<String> names = new ArrayList<>();
        String target = "";
        try (XmlPart xml = archive.xml(book)) {
            boolean isBook = false;
            while (xml.next()) {
                isBook |= xml.starts("workbook");
                if (xml.starts("workbookPr")) {
                    since1904 = xml.yes("date1904");
                } else if (xml.starts("sheet")) {
                    String state = xml.attribute("state");
                    Part part = parts.get(String.valueOf(xml.attribute("id")));
                    if ((state == null || state.equals("visible"))
                            && part != null
                            && part.type.endsWith("/worksheet")) {
                        names.add(String.valueOf(xml.attribute("name")));
                        target = names.size() == 1 ? part.target : target;
                    }
                }
                if (names.size() > SHEETS) {
                    throw TableRefused.file("damaged");
                }
            }
            if (!isBook) {
                throw TableRefused.file("type");
            }
        }
        if (names.isEmpty()) {
            throw TableRefused.file("hidden");
        }
        return new Workbook(
                names.getFirst(),
                target,
                List.copyOf(names.subList(1, names.size())),
                target(parts, "/sharedStrings"),
                target(parts, "/styles"),
                since1904);
    }

    private static @Nullable String target(Map<String, Part> parts, String type) {
        return parts.values().stream()
                .filter(p -> p.type.endsWith(type))
                .map(Part::target)
                .findFirst()
                .orElse(null);
    }

    /** What a part leads to, by id; outside of the file nothing is followed. */
    private static Map<String, Part> parts(Archive archive, String of) throws IOException, TableRefused {
        int slash = of.lastIndexOf('/') + 1;
        String folder = of.substring(0, slash);
        String relations = folder + "_rels/" + of.substring(slash) + ".rels";
        Map<String, Part> parts = new HashMap<>();
        if (!archive.has(relations)) {
            return parts;
        }
        try (XmlPart xml = archive.xml(relations)) {
            while (xml.next()) {
                if (xml.starts("Relationship") && !"External".equals(xml.attribute("TargetMode"))) {
                    parts.put(
                            String.valueOf(xml.attribute("Id")),
                            new Part(
                                    String.valueOf(xml.attribute("Type")),
                                    resolved(folder, String.valueOf(xml.attribute("Target")))));
                }
            }
        }
        return parts;
    }

    private static String resolved(String folder, String target) {
        List<String> path = new ArrayList<>();
        for (String step : (target.startsWith("/") ? target : folder + target).split("/", -1)) {
            if (step.equals("..")) {
                if (!path.isEmpty()) {
                    path.removeLast();
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.add(step);
            }
        }
        return String.join("/", path);
    }
}
