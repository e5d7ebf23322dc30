package org.glasnik.importing;

import java.util.List;

/**
 * A column that a kind of import understands.
 *
 * @param key in addresses and commands
 * @param label message key of its name
 * @param required whether no row is taken without it
 * @param forAll whether it may be given once for all rows
 * @param headings by which it goes in other people's files, besides its name in each language: compared without case and signs
 */
public record ImportColumn(String key, String label, boolean required, boolean forAll, List<String> headings) {
    public static ImportColumn of(String key, String label, String... headings) {
        return new ImportColumn(key, label, false, false, List.of(headings));
    }

    public ImportColumn needed() {
        return new ImportColumn(key, label, true, forAll, headings);
    }

    public ImportColumn orForAll() {
        return new ImportColumn(key, label, required, true, headings);
    }
}
