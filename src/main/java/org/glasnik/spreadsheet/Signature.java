package org.glasnik.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a file is by its first bytes.
 *
 * @param refusal why it is none that is read, or null
 */
record Signature(boolean zip, @Nullable String refusal) {
    /** Characters that are looked at. */
    static final int HEAD = 4096;

    private static final Pattern MARKUP =
            Pattern.compile("(?is)^\\s*<(\\?xml|!--|!doctype|html|head|body|table|meta|style|div)\\b.*");
    private static final Pattern JSON = Pattern.compile("(?s)^\\s*(\\[\\s*[{\\]]|\\{\\s*\").*");

    /** More control characters than this share of the head make it no text. */
    private static final double BINARY = 0.08;

    static Signature of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        if (latin.startsWith("PK\u0003\u0004") || latin.startsWith("PK\u0005\u0006")) {
            return new Signature(true, null);
        }
        if (latin.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return new Signature(false, contains(file, "EncryptedPackage") ? "encrypted" : "xls");
        }
        if (latin.contains("%PDF-")) {
            return new Signature(false, "pdf");
        }
        boolean other = latin.startsWith("{\\rtf")
                || latin.startsWith("\u001f\u008b")
                || latin.startsWith("Rar!")
                || latin.startsWith("7z\u00bc\u00af")
                || latin.startsWith("\u0089PNG");
        return new Signature(false, head.length == 0 ? "empty" : other ? "type" : null);
    }

    static @Nullable String refusalOf(String head) {
        if (MARKUP.matcher(head).matches()) {
            return "html";
        }
        long controls = head.chars()
                .filter(c -> c < ' ' && c != '\t' && c != '\r' && c != '\n')
                .count();
        return controls > 2 && controls > head.length() * BINARY ? "type" : null;
    }

    static boolean json(String head) {
        return JSON.matcher(head).matches();
    }

    /** Names in the directory of an old Office file are UTF-16. */
    private static boolean contains(Path file, String name) throws IOException {
        byte[] sought = name.getBytes(StandardCharsets.UTF_16LE);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] window = new byte[1 << 16];
            int kept = 0;
            int n;
            while ((n = in.readNBytes(window, kept, window.length - kept)) > 0) {
                String text = new String(window, 0, kept + n, StandardCharsets.ISO_8859_1);
                if (text.contains(new String(sought, StandardCharsets.ISO_8859_1))) {
                    return true;
                }
                kept = Math.min(sought.length, kept + n);
                System.arraycopy(window, text.length() - kept, window, 0, kept);
            }
        }
        return false;
    }
}
