package org.glasnik.notify;

import java.util.List;

/** Which letters a person gets. */
record PreferencesPage(List<Category> categories) {
    /** @param wanted whether its letters come */
    record Category(String name, String words, boolean wanted) {}
}
