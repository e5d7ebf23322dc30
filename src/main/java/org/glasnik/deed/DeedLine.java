package org.glasnik.deed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One deed as the chain holds it. Its bytes are UTF-8, the fields parted by TAB and ended by LF:
 *
 * <pre>deed-1 id at actor verb object_kind object_id body about_person detail_hash</pre>
 *
 * Ids in lower case, the time in UTC with six places, nobody and no body as {@code -}, {@code about_person} as 0 or 1, the
 * hash in lower-case hex; in the two words a backslash, TAB and LF are written {@code \\}, {@code \t}, {@code \n}. Decision
 * 0004 has an example.
 */
record DeedLine(
        UUID id,
        Instant at,
        @Nullable UUID actor,
        String verb,
        String kind,
        UUID object,
        @Nullable UUID body,
        boolean aboutPerson,
        byte[] detailHash) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** The hash before the first batch. */
    static final byte[] NOTHING = new byte[32];

    String text() {
        return String.join(
                        "\t",
                        "deed-1",
                        id.toString(),
                        TIME.format(at),
                        orNone(actor),
                        word(verb),
                        word(kind),
                        object.toString(),
                        orNone(body),
                        aboutPerson ? "1" : "0",
                        HexFormat.of().formatHex(detailHash))
                + "\n";
    }

    /**
     * SHA-256 of the previous hash, one line on the batch itself ({@code batch-1 number count at}, written like a deed), and
     * the deeds' lines in their order.
     */
    static byte[] hash(byte[] previous, long number, Instant at, List<DeedLine> lines) {
        MessageDigest digest = Deeds.sha256();
        digest.update(previous);
        update(digest, "batch-1\t" + number + "\t" + lines.size() + "\t" + TIME.format(at) + "\n");
        lines.forEach(line -> update(digest, line.text()));
        return digest.digest();
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String orNone(@Nullable UUID id) {
        return id == null ? "-" : id.toString();
    }

    private static String word(String word) {
        return word.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }
}
