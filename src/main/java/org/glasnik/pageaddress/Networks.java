package org.glasnik.pageaddress;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The hosts of the platforms, and who reads their addresses. */
final class Networks {
    /** Reads an address of one platform. */
    interface Reading {
        /** @param sub what stands before the platform's host, without the last dot; empty for the host itself */
        Typed read(WebAddress address, String sub);
    }

    /** The same site for telephones, in another language or by an old name. */
    private static final String SAME = "|m|mobile|mbasic|web|touch|new|wap|[a-z]{2}(-[a-z]{2})?";

    private static final String NAME = "[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}._-]{0,98}[\\p{L}\\p{M}\\p{N}._-]?";

    private static final Map<String, Reading> READINGS = new HashMap<>();

    static {
        on(CyrillicNetworks::vk, "vk.com", "vk.ru", "vkontakte.ru", "vk.me", "vk.cc");
        on(CyrillicNetworks::ok, "ok.ru", "odnoklassniki.ru", "odnoklassniki.ua", "ok.me");
        on(CyrillicNetworks::dzen, "dzen.ru", "zen.yandex.ru", "zen.yandex.com", "zen.yandex.ua");
        on(VideoNetworks::rutube, "rutube.ru");
        on(VideoNetworks::youtube, "youtube.com", "youtu.be", "youtube-nocookie.com");
        on(VideoNetworks::tiktok, "tiktok.com");
        on(Messengers::telegram, "t.me", "telegram.me", "telegram.dog", "telegram.org");
        on(Messengers::viber, "viber.com", "viber.me");
        on(Messengers::whatsapp, "whatsapp.com", "wa.me");
        on(Messengers::max, "max.ru");
        on(MetaNetworks::facebook, "facebook.com", "fb.com", "fb.me", "m.me", "fb.watch");
        on(MetaNetworks::instagram, "instagram.com", "instagr.am", "ig.me");
        on(MetaNetworks::threads, "threads.net", "threads.com");
        on(OtherNetworks::x, "x.com", "twitter.com", "t.co");
        on(OtherNetworks::linkedin, "linkedin.com", "lnkd.in");
        on(OtherNetworks::bluesky, "bsky.app");
        on(OtherNetworks::github, "github.com");
        on(OtherNetworks::flickr, "flickr.com", "flic.kr");
        on(OtherNetworks::medium, "medium.com");
        on(OtherNetworks::pinterest, "pinterest.com", "pin.it");
        // Pinterest has a domain in each of these countries as well.
        Stream.of(
                        "at", "ca", "ch", "cl", "co.kr", "co.uk", "com.au", "com.mx", "de", "dk", "es", "fr", "ie",
                        "it", "jp")
                .forEach(country -> on(OtherNetworks::pinterest, "pinterest." + country));
        Stream.of("nz", "ph", "pt", "ru", "se")
                .forEach(country -> on(OtherNetworks::pinterest, "pinterest." + country));
    }

    private Networks() {}

    private static void on(Reading reading, String... hosts) {
        for (String host : hosts) {
            READINGS.put(host, reading);
        }
    }

    static Stream<String> hosts() {
        return READINGS.keySet().stream();
    }

    /** Empty where the host is on no platform that we know. */
    static Optional<Typed> read(WebAddress address) {
        String host = address.host();
        String sub = "";
        while (host.contains(".")) {
            Reading reading = READINGS.get(host);
            if (reading != null) {
                return Optional.of(reading.read(address, sub));
            }
            int dot = host.indexOf('.');
            sub = address.host().substring(0, sub.isEmpty() ? dot : sub.length() + 1 + dot);
            host = host.substring(dot + 1);
        }
        return Optional.empty();
    }

    /** Whether it only carries another address. */
    static boolean leaves(WebAddress address) {
        return address.piece(0).matches("(?i)l\\.php|away\\.php|redirect");
    }

    /** Whether a name before the host leads to the same pages. */
    static boolean same(String sub) {
        return sub.matches(SAME);
    }

    static boolean named(String piece) {
        return piece.matches(NAME);
    }

    static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** A page whose handle is its key but for the case. */
    static Typed page(Platform platform, String handle, String address) {
        return page(platform, handle, small(handle), address);
    }

    static Typed page(Platform platform, String handle, String key, String address) {
        return new Typed.Page(new PageAddress(platform, handle, key, address));
    }
}
