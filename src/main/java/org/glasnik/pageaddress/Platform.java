package org.glasnik.pageaddress;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a page can be. {@link #SITE} is every address that is on none of the others. */
public enum Platform {
    VK,
    OK,
    TELEGRAM,
    VIBER,
    WHATSAPP,
    MAX,
    FACEBOOK,
    INSTAGRAM,
    THREADS,
    X,
    YOUTUBE,
    TIKTOK,
    LINKEDIN,
    RUTUBE,
    DZEN,
    MASTODON,
    BLUESKY,
    GITHUB,
    FLICKR,
    PINTEREST,
    MEDIUM,
    SITE;

    /** As in the database and in addresses. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Platform> ofTag(@Nullable String tag) {
        return Arrays.stream(values()).filter(p -> p.tag().equals(tag)).findFirst();
    }
}
