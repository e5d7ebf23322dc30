package org.glasnik.house;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glasnik.platform.Language;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Words of a page that are no text of the product: on a pseudo page every text stands between marks, and what is left is what
 * the database holds, word for word, or what the template declares to be somebody's own ({@code data-own}).
 *
 * @param stored all that the database holds as text
 */
record HardCoded(Set<String> stored) {
    /** What a reader sees or hears of an element besides its content; data-c is the head of a column on a phone. */
    private static final Set<String> SPOKEN = Set.of(
            "aria-label",
            "aria-description",
            "aria-roledescription",
            "aria-valuetext",
            "aria-placeholder",
            "placeholder",
            "alt",
            "title",
            "label",
            "data-c");

    private static final Set<String> BUTTONS = Set.of("submit", "button", "reset");
    private static final Set<String> NOBODYS = Set.of("code", "time", "pre", "textarea", "script", "style");

    Set<String> in(Document page) {
        Set<String> strange = new TreeSet<>();
        page.forEachNode(node -> {
            if (node instanceof TextNode text && !text.isBlank() && text.parent() instanceof Element parent) {
                if (!exempt(parent)) {
                    words(text.text(), strange, "");
                }
            } else if (node instanceof Element element) {
                attributes(element, strange);
            }
        });
        // What is declared to be a value is one, without a word of the product in it.
        for (Element own : page.select("[data-own]")) {
            if (own.text().contains("⟦") && !between(own)) {
                strange.add("data-own: " + own.text());
            }
        }
        return strange;
    }

    private void attributes(Element element, Set<String> strange) {
        element.attributes().forEach(attribute -> {
            String name = attribute.getKey();
            boolean button = name.equals("value")
                    && element.normalName().equals("input")
                    && BUTTONS.contains(element.attr("type"));
            if ((SPOKEN.contains(name) || button) && !element.hasAttr("data-own")) {
                words(attribute.getValue(), strange, name + ": ");
            }
        });
    }

    private void words(String shown, Set<String> strange, String where) {
        for (String piece : outside(shown).split("⟦⟧|·| — (?=Glasnik$)")) {
            String words = piece.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}.!?)’»”]+$", "");
            if (words.replaceAll("[^\\p{L}]+", "").length() > 1
                    && !ownName(words)
                    && !stored.contains(words)
                    && !stored.contains(piece.strip())) {
                strange.add(where + words);
            }
        }
    }

    /** Everything in marks taken away, however many texts stand in one another. */
    private static String outside(String words) {
        String before = words;
        String after = before.replaceAll("⟦[^⟦⟧]*⟧", "\u0000");
        while (!after.equals(before)) {
            before = after;
            after = before.replaceAll("⟦[^⟦⟧]*⟧", "\u0000");
        }
        return after.replace("\u0000", "⟦⟧").strip();
    }

    /** A letter is somebody's words as a whole: it was written in texts of the product, when it was posted. */
    private static boolean between(Element own) {
        return own.hasClass("g-quote");
    }

    /** Names of languages stand in their own language; code, addresses and dates are nobody's words. */
    private static boolean exempt(Element parent) {
        return Stream.concat(Stream.of(parent), parent.parents().stream())
                .anyMatch(p -> p.hasAttr("hreflang")
                        || NOBODYS.contains(p.normalName())
                        || p.hasClass("g-brand")
                        || p.hasAttr("data-own"));
    }

    private static boolean ownName(String words) {
        return words.equals("Glasnik")
                || Arrays.stream(Language.values()).anyMatch(l -> l.ownName().equals(words));
    }
}
