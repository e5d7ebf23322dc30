package org.glasnik.personal;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a notice: {@code ## } begins a heading, {@code - } an item of a list, an empty line parts paragraphs. Nothing else
 * is markup.
 *
 * @param kind heading, list or paragraph
 * @param lines one but for a list
 */
record NoticePart(String kind, List<String> lines) {
    static List<NoticePart> of(String text) {
        List<NoticePart> parts = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        List<String> items = new ArrayList<>();
        for (String line : (text + "\n").split("\n", -1)) {
            String words = line.strip();
            boolean item = words.startsWith("- ");
            boolean heading = words.startsWith("## ");
            if ((item || heading || words.isEmpty()) && !paragraph.isEmpty()) {
                parts.add(new NoticePart("paragraph", List.of(paragraph.toString())));
                paragraph.setLength(0);
            }
            if (!item && !items.isEmpty()) {
                parts.add(new NoticePart("list", List.copyOf(items)));
                items.clear();
            }
            if (item) {
                items.add(words.substring(2).strip());
            } else if (heading) {
                parts.add(new NoticePart("heading", List.of(words.substring(3).strip())));
            } else if (!words.isEmpty()) {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(words);
            }
        }
        return List.copyOf(parts);
    }
}
