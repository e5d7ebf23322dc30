package org.glasnik.notify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.glasnik.access.PersonId;
import org.glasnik.platform.BaseUrl;
import org.glasnik.platform.Changes;
import org.glasnik.platform.Changing;
import org.springframework.stereotype.Component;

/**
 * The links by which a letter is unsubscribed from: who, what, and 128 bits of a keyed hash (HMAC-SHA256) over both. Nothing
 * is stored for a letter, and the link in an old one holds for as long as the letter lies in someone's box. It does one thing
 * only, which one more click takes back.
 */
@Component
public class Unsubscribing {
    /** The addresses that a mail program posts to without a session or a token of ours (RFC 8058): exempt from CSRF checks. */
    public static final String PATH = "/letters/unsubscribe/*";

    private static final int MAC_BYTES = 16;

    private final BaseUrl base;
    private final Changing<byte[]> key;

    Unsubscribing(Preferences preferences, Changes changes, BaseUrl base) {
        this.base = base;
        this.key = changes.cached("notify.key", preferences::signingKey);
    }

    /** What a link unsubscribes whom from. */
    record Wish(PersonId person, String category) {}

    String link(PersonId person, String category) {
        return base.of("/letters/unsubscribe/" + token(person, category));
    }

    String token(PersonId person, String category) {
        ByteBuffer bytes =
                ByteBuffer.allocate(16 + MAC_BYTES).put(bytes(person)).put(mac(person, category));
        return category + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Empty where the token is not ours. */
    Optional<Wish> read(String token) {
        int dot = token.lastIndexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token.substring(dot + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != 16 + MAC_BYTES) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(bytes);
        Wish wish = new Wish(new PersonId(new UUID(read.getLong(), read.getLong())), token.substring(0, dot));
        byte[] mac = Arrays.copyOfRange(bytes, 16, bytes.length);
        return MessageDigest.isEqual(mac, mac(wish.person(), wish.category())) ? Optional.of(wish) : Optional.empty();
    }

    private byte[] mac(PersonId person, String category) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.get(), "HmacSHA256"));
            mac.update(bytes(person));
            return Arrays.copyOf(mac.doFinal(category.getBytes(StandardCharsets.UTF_8)), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(PersonId person) {
        return ByteBuffer.allocate(16)
                .putLong(person.value().getMostSignificantBits())
                .putLong(person.value().getLeastSignificantBits())
                .array();
    }
}
