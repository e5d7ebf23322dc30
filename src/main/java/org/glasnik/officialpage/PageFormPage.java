package org.glasnik.officialpage;

import java.util.List;
import java.util.Map;
import org.glasnik.platform.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * @param page null for a new one
 * @param people who may be named, id to name; empty where the body is not known yet
 * @param taken where the address that was typed is another page's: its record, null where the viewer may not see it
 * @param differences what is stored now and differs from what was typed, after someone else has saved in the meantime
 */
record PageFormPage(
        PageForm form,
        FormErrors errors,
        @Nullable Page page,
        Map<String, String> categories,
        Map<String, String> statuses,
        Map<String, String> people,
        @Nullable PageId taken,
        List<Difference> differences) {
    /**
     * @param label message key of the field
     * @param typed in the form
     * @param stored in the meantime
     */
    record Difference(String label, String typed, String stored) {}
}
