package org.glasnik.notify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All letters that can be written. */
record TemplatesPage(List<Template> templates) {
    record Template(String name, String subject, @Nullable String category) {}
}
