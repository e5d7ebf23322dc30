package org.glasnik.house;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.glasnik.testing.Web;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What axe can tell apart of a page: which kinds of element stand where, with which class and attributes, whether anything is in
 * them, the headings in order, and the organiser's colour. A page all of whose pieces stand on others differs in its words only.
 */
final class Shape {
    /** Their values mean something to a screen reader or to a style; of the others it matters that they are there. */
    private static final Set<String> SAID = Set.of("type", "role", "autocomplete", "scope", "rel", "tabindex", "dir");

    private Shape() {}

    static Set<String> of(Document page) {
        Set<String> pieces = new TreeSet<>();
        page.select("link[href^=/accent/]").forEach(sheet -> pieces.add(sheet.attr("href")));
        below(page.body(), "", pieces);
        String headings = page.select("h1,h2,h3,h4,h5,h6").stream()
                .map(Element::normalName)
                .collect(Collectors.joining());
        pieces.add(headings.replaceAll("(h\\d)\\1+", "$1"));
        return pieces;
    }

    /** Of these pages as many as it takes to see each piece that is not among those known, which it is then. */
    static Map<String, Web.Answer> covering(Map<String, Web.Answer> pages, Set<String> known) {
        Map<String, Set<String>> shapes = new HashMap<>();
        pages.forEach((name, answer) -> shapes.put(name, of(answer.page())));
        Map<String, Web.Answer> covering = new LinkedHashMap<>();
        pages.entrySet().stream()
                .sorted(Comparator.comparing(page ->
                        -shapes.getOrDefault(page.getKey(), new HashSet<>()).size()))
                .filter(page -> known.addAll(shapes.getOrDefault(page.getKey(), new HashSet<>())))
                .forEach(page -> covering.put(page.getKey(), page.getValue()));
        return covering;
    }

    private static void below(Element element, String parents, Set<String> pieces) {
        pieces.add(sign(element) + (element.hasText() ? "" : " empty") + parents);
        String here = "<" + element.normalName() + " " + element.className() + parents;
        element.children().forEach(child -> below(child, here, pieces));
    }

    private static String sign(Element element) {
        StringBuilder sign = new StringBuilder(element.normalName()).append(' ').append(element.className());
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            boolean said = SAID.contains(name)
                    || (name.startsWith("aria-") && !name.endsWith("label") && !name.endsWith("by"));
            sign.append(' ').append(name).append(said ? "=" + attribute.getValue() : "");
        }
        return sign.toString();
    }
}
