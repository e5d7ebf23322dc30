package org.glasnik.registry;

import java.util.List;
import java.util.Map;
import org.glasnik.platform.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * @param body null for a new one
 * @param kinds tag to words
 * @param jurisdictions code to name
 * @param parents code to name of bodies that others stand under, offered while one types
 * @param keepers id to name
 * @param differences what is stored now and differs from what was typed, after someone else has saved in the meantime
 */
record BodyFormPage(
        BodyForm form,
        FormErrors errors,
        @Nullable Body body,
        BodyRights rights,
        Map<String, String> kinds,
        Map<String, String> jurisdictions,
        Map<String, String> parents,
        Map<String, String> keepers,
        List<Difference> differences) {
    /** The hues that are offered: every 30 degrees from Glasnik's own. */
    static final List<Integer> HUES = List.of(187, 217, 247, 277, 307, 337, 7, 37, 67, 97, 127, 157);

    /**
     * @param label message key of the field
     * @param typed in the form
     * @param stored in the meantime
     */
    record Difference(String label, String typed, String stored) {}
}
