package org.glasnik.pageaddress;

import static org.glasnik.pageaddress.Networks.named;
import static org.glasnik.pageaddress.Networks.page;
import static org.glasnik.pageaddress.Networks.small;

import java.util.Set;

/** YouTube, TikTok, RuTube. */
final class VideoNetworks {
    private static final Typed NO_YOUTUBE = new Typed.NoPage(Platform.YOUTUBE);
    private static final Typed NO_TIKTOK = new Typed.NoPage(Platform.TIKTOK);
    private static final Typed NO_RUTUBE = new Typed.NoPage(Platform.RUTUBE);
    private static final String SAME = "|m|music|gaming|[a-z]{2}";

    private static final Set<String> YOUTUBE_OWN = Set.of(
            "watch",
            "shorts",
            "playlist",
            "embed",
            "live",
            "results",
            "feed",
            "hashtag",
            "about",
            "t",
            "v",
            "e",
            "premium",
            "gaming",
            "account",
            "redirect",
            "attribution_link",
            "channel",
            "user",
            "c",
            "show",
            "movies",
            "post",
            "creators",
            "ads",
            "clip",
            "signin",
            "upload",
            "kids",
            "tv",
            "howyoutubeworks",
            "browse");

    private static final Set<String> RUTUBE_OWN = Set.of(
            "video",
            "shorts",
            "live",
            "play",
            "feeds",
            "search",
            "info",
            "categories",
            "tags",
            "plst",
            "metainfo",
            "my",
            "channel",
            "u",
            "person",
            "yappy",
            "embed",
            "brand");

    private VideoNetworks() {}

    /** A handle, a name of before and an old user name may belong to three channels: each is a key of its own. */
    static Typed youtube(WebAddress address, String sub) {
        String first = address.piece(0);
        String second = address.piece(1);
        if (small(first).equals("redirect") && !address.parameter("q").isEmpty()) {
            return ReadingAddress.inside(address.parameter("q"));
        }
        if (!sub.matches(SAME) || !address.host().endsWith("youtube.com")) {
            return NO_YOUTUBE;
        }
        String start = "https://www.youtube.com/";
        if (first.startsWith("@") && named(first.substring(1))) {
            String name = first.substring(1);
            return page(Platform.YOUTUBE, name, "@" + small(name), start + "@" + WebAddress.encoded(small(name)));
        }
        String kind = small(first);
        if (kind.equals("channel")) {
            return second.matches("UC[A-Za-z0-9_-]{22}")
                    ? page(Platform.YOUTUBE, second, "channel/" + second, start + "channel/" + second)
                    : NO_YOUTUBE;
        }
        if (kind.equals("user") || kind.equals("c")) {
            return named(second)
                    ? page(
                            Platform.YOUTUBE,
                            second,
                            kind + "/" + small(second),
                            start + kind + "/" + WebAddress.encoded(second))
                    : NO_YOUTUBE;
        }
        return named(first) && !YOUTUBE_OWN.contains(kind)
                ? page(Platform.YOUTUBE, first, "c/" + kind, start + "c/" + WebAddress.encoded(first))
                : NO_YOUTUBE;
    }

    static Typed tiktok(WebAddress address, String sub) {
        String first = address.piece(0);
        String name = first.replaceFirst("^@", "");
        return sub.matches("|m|us") && first.startsWith("@") && named(name)
                ? page(Platform.TIKTOK, name, "https://www.tiktok.com/@" + small(name))
                : NO_TIKTOK;
    }

    static Typed rutube(WebAddress address, String sub) {
        String kind = small(address.piece(0));
        String second = address.piece(1);
        if (!sub.matches("|m")) {
            return NO_RUTUBE;
        }
        if ((kind.equals("channel") || kind.equals("person")) && second.matches("\\d{2,15}")) {
            return page(Platform.RUTUBE, second, "channel/" + second, "https://rutube.ru/channel/" + second + "/");
        }
        String name = kind.equals("u") ? second : address.piece(0);
        return named(name) && (kind.equals("u") || !RUTUBE_OWN.contains(kind))
                ? page(Platform.RUTUBE, name, "https://rutube.ru/u/" + small(name) + "/")
                : NO_RUTUBE;
    }
}
