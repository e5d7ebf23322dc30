package org.glasnik.testing;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** The fields that a browser would send from one form of a page. Filling a field that the form has not is an error. */
final class Form {
    private final List<List<String>> fields = new ArrayList<>();
    private final FormElement form;

    Form(Document page, String action) {
        form = page.forms().stream()
                .filter(f -> f.attr("action").equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No form posts to " + action + " on " + page.location()
                        + ", only " + page.select("form").eachAttr("action")));
        form.formData().forEach(field -> fields.add(List.of(field.key(), field.value())));
    }

    void fill(String name, String value) {
        Element field = form.elements().stream()
                .filter(e -> e.attr("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No field " + name));
        fields.removeIf(f -> f.get(0).equals(name));
        if (!field.attr("type").equals("checkbox") || !value.isEmpty()) {
            fields.add(List.of(name, value));
        }
    }

    List<List<String>> fields() {
        return fields;
    }
}
