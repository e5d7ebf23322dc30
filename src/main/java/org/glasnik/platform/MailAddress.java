package org.glasnik.platform;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail address as someone wrote it and the key by which two spellings of it are one: NFKC before anything is judged (a
 * full-width at sign is an at sign), lower case, the domain in ASCII (IDNA). Only what mail servers treat alike everywhere is
 * folded; poll-like uses fold more.
 *
 * @param shown as written, trimmed
 * @param key lower case with an ASCII domain: unique among people
 */
public record MailAddress(String shown, String key) {
    /** RFC 5321: local part up to 64 octets, all up to 254. Local parts in ASCII only: mixed-script ones deceive. */
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}");

    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    /** Empty where it is no address that a letter could reach. */
    public static Optional<MailAddress> of(@Nullable String posted) {
        if (posted == null || posted.length() > 320) {
            return Optional.empty();
        }
        String written = Normalizer.normalize(posted, Normalizer.Form.NFKC).strip();
        int at = written.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        String local = written.substring(0, at);
        String domain;
        try {
            domain = IDN.toASCII(written.substring(at + 1), IDN.USE_STD3_ASCII_RULES)
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        boolean dots = local.startsWith(".") || local.endsWith(".") || local.contains("..");
        if (dots || !LOCAL.matcher(local).matches() || !DOMAIN.matcher(domain).matches() || domain.length() > 189) {
            return Optional.empty();
        }
        return Optional.of(new MailAddress(local + "@" + domain, local.toLowerCase(Locale.ROOT) + "@" + domain));
    }

    @Override
    public String toString() {
        return shown;
    }
}
