package org.glasnik.personal;

import java.util.List;
import org.glasnik.platform.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * @param person id of another person whose data an operator erases on request, null for the reader's own
 * @param name of the person
 * @param gone records that are erased whole
 * @param emptied records that stay, with nothing of the person in them
 * @param kept why something of a record stays, beside its title
 * @param mail as typed
 */
record ErasurePage(
        @Nullable String person,
        String name,
        List<TablesInWords.Told> gone,
        List<TablesInWords.Told> emptied,
        List<TablesInWords.Told> kept,
        boolean lastOperator,
        String mail,
        FormErrors errors) {
    String action() {
        return person == null ? "/account/data/erasure" : "/people/" + person + "/erasure";
    }

    String back() {
        return person == null ? "/account/data" : "/people/" + person;
    }
}
