package org.glasnik.house;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.glasnik.testing.Crawl;
import org.glasnik.testing.Web;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What axe can tell apart: which kinds of element stand where, with which class and attributes, whether anything is in them,
 * the headings in order, and the organiser's colour. Two pages of one kind that agree in it differ in their words only.
 */
record Shape(String kind, Set<String> elements, String headings) {
    /** Their values mean something to a screen reader or to a style; of the others it matters that they are there. */
    private static final Set<String> SAID = Set.of("type", "role", "autocomplete", "scope", "rel", "tabindex", "dir");

    static Shape of(String path, Web.Answer answer) {
        Document page = answer.page();
        Set<String> elements = new TreeSet<>();
        page.select("link[href^=/accent/]").forEach(sheet -> elements.add(sheet.attr("href")));
        for (Element element : page.body().getAllElements()) {
            StringBuilder place =
                    new StringBuilder(sign(element)).append(element.text().isBlank() ? " empty" : "");
            element.parents()
                    .forEach(parent -> place.append('<')
                            .append(parent.normalName())
                            .append(' ')
                            .append(parent.className()));
            elements.add(place.toString());
        }
        String headings = page.select("h1,h2,h3,h4,h5,h6").stream()
                .map(Element::normalName)
                .collect(Collectors.joining());
        return new Shape(answer.status() + Crawl.kind(path), elements, headings.replaceAll("(h\\d)\\1+", "$1"));
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
