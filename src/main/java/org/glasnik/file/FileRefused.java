package org.glasnik.file;

import java.util.List;
import org.glasnik.platform.FormErrors;

/** A file that is not stored, with the words that say how to repair it. */
public final class FileRefused extends Exception {
    private final String key;
    private final List<Object> named;

    FileRefused(String reason, Object... named) {
        super(reason, null, false, false);
        this.key = "file.refused." + reason;
        this.named = List.of(named);
    }

    /** Message key. */
    public String key() {
        return key;
    }

    public Object[] named() {
        return named.toArray();
    }

    /** Says it at the field that the file came in. */
    public void at(String field, FormErrors errors) {
        errors.add(field, key, named());
    }
}
