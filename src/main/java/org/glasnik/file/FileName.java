package org.glasnik.file;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of files as strangers send them, made harmless. */
final class FileName {
    private static final int LONGEST = 120;

    /** Windows opens devices under these, whatever follows. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    /** Control and format characters (among them those that turn the direction of writing), and what paths are made of. */
    private static final Pattern HARMFUL =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|]");

    /** Unreserved in RFC 8187. */
    private static final String PLAIN = "!#$&+-.^_`|~";

    private FileName() {}

    /** The last part of a path, without what deceives, with an ending that tells the type. */
    static String clean(@Nullable String given, FileType type) {
        String name = given == null ? "" : given;
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = Normalizer.normalize(name, Normalizer.Form.NFC);
        name = HARMFUL.matcher(name).replaceAll("").replaceAll("\\s+", " ").strip();
        name = name.replaceAll("^[. ]+|[. ]+$", "");
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        boolean told = type.endings().contains(ending);
        String stem = told ? name.substring(0, dot) : name;
        if (stem.codePointCount(0, stem.length()) > LONGEST) {
            stem = stem.substring(0, stem.offsetByCodePoints(0, LONGEST)).strip();
        }
        stem = stem.isEmpty() ? "file" : stem;
        stem = DEVICE.matcher(stem).matches() ? "_" + stem : stem;
        return stem + "." + (told ? ending : type.endings().getFirst());
    }

    /** RFC 6266: a name in ASCII for old readers, and the real one in RFC 8187's form. */
    static String disposition(String name) {
        StringBuilder ascii = new StringBuilder();
        name.codePoints()
                .forEach(
                        c -> ascii.append(c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '%' ? (char) c : '_'));
        StringBuilder extended = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                extended.append(c);
            } else {
                extended.append('%').append("%02X".formatted((int) c));
            }
        }
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + extended;
    }
}
