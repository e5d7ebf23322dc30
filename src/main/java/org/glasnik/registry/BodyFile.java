package org.glasnik.registry;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.glasnik.importing.ImportRow;

/** What the rows of one file say of each other: which codes it brings, and which bodies they name. */
final class BodyFile {
    /** @param content a hash of all cells: the rows themselves would take too much memory */
    private record Brought(int row, UUID content, UUID id) {}

    private final Map<String, Brought> byCode = new HashMap<>();
    private final Set<String> named = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private boolean settled = true;

    void add(ImportRow row, boolean refusedBefore) {
        String code = key(row.cell("code"));
        if (!code.isEmpty() && !byCode.containsKey(code)) {
            byCode.put(code, new Brought(row.number(), content(row), UUID.randomUUID()));
            if (refusedBefore) {
                refused.add(code);
            }
        }
        named.add(key(row.cell("parent")));
        BodyCells.codes(row.cell("successors")).forEach(heir -> named.add(key(heir)));
    }

    /** The number of the first row that has the code; 0 where none has. */
    int first(String code) {
        Brought brought = byCode.get(key(code));
        return brought == null ? 0 : brought.row();
    }

    /** Whether a later row of the same code says nothing else than the first. */
    boolean repeats(ImportRow row) {
        Brought brought = byCode.get(key(row.cell("code")));
        return brought != null && brought.content().equals(content(row));
    }

    /** The id that the body of a code gets where the register has none. */
    UUID id(String code) {
        Brought brought = byCode.get(key(code));
        return brought == null ? UUID.randomUUID() : brought.id();
    }

    /** Whether the file brings a body of the code, so that others may name it. */
    boolean brings(String code) {
        return byCode.containsKey(key(code)) && !refused.contains(key(code));
    }

    /** Rows that name this one have to be judged once more. */
    void refuse(String code) {
        if (refused.add(key(code)) && named.contains(key(code))) {
            settled = false;
        }
    }

    boolean settled() {
        return settled;
    }

    static String key(String code) {
        return code.toLowerCase(Locale.ROOT);
    }

    private static UUID content(ImportRow row) {
        return UUID.nameUUIDFromBytes(new TreeMap<>(row.cells()).toString().getBytes(StandardCharsets.UTF_8));
    }
}
