package org.glasnik.pageaddress;

import static org.glasnik.pageaddress.Networks.named;
import static org.glasnik.pageaddress.Networks.page;
import static org.glasnik.pageaddress.Networks.small;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Facebook, Instagram, Threads. */
final class MetaNetworks {
    private static final Typed NO_FACEBOOK = new Typed.NoPage(Platform.FACEBOOK);
    private static final Typed NO_INSTAGRAM = new Typed.NoPage(Platform.INSTAGRAM);
    private static final Typed NO_THREADS = new Typed.NoPage(Platform.THREADS);

    /** Facebook shows the same page under each of these; other names before its host are departments of its own. */
    private static final String FACEBOOK_SAME =
            "|m|mbasic|web|touch|x|d|0|free|business|lite|iphone|[a-z]{2}-[a-z]{2}|[a-z]{2}";

    /** A page that has no name yet: its title and its number. No user name holds a hyphen. */
    private static final Pattern TITLED = Pattern.compile(".*-(\\d{5,20})");

    private static final String NUMBER = "\\d{5,20}";

    private static final Set<String> FACEBOOK_OWN = Set.of(
            "watch",
            "events",
            "marketplace",
            "login",
            "login.php",
            "sharer",
            "sharer.php",
            "share",
            "share.php",
            "photo",
            "photo.php",
            "photos",
            "video.php",
            "videos",
            "hashtag",
            "help",
            "policies",
            "policy",
            "groups",
            "reel",
            "reels",
            "gaming",
            "l.php",
            "story.php",
            "permalink.php",
            "profile.php",
            "pages",
            "people",
            "p",
            "pg",
            "dialog",
            "plugins",
            "tr",
            "home.php",
            "search",
            "notes",
            "media",
            "ads",
            "business",
            "games",
            "stories",
            "live",
            "legal",
            "privacy",
            "settings",
            "messages",
            "friends",
            "bookmarks",
            "events.php",
            "badges",
            "n",
            "v2.0");

    private static final Set<String> INSTAGRAM_OWN = Set.of(
            "p",
            "reel",
            "reels",
            "tv",
            "explore",
            "accounts",
            "stories",
            "about",
            "legal",
            "direct",
            "share",
            "web",
            "s",
            "_u",
            "_n",
            "developer",
            "ar",
            "c",
            "popular",
            "topics");

    private MetaNetworks() {}

    static Typed facebook(WebAddress address, String sub) {
        String first = small(address.piece(0));
        if (sub.matches("l|lm") || first.equals("l.php")) {
            return ReadingAddress.inside(address.parameter("u"));
        }
        if (!sub.matches(FACEBOOK_SAME) || address.host().equals("fb.watch")) {
            return NO_FACEBOOK;
        }
        String last = address.path().size() > 2 ? address.piece(2) : address.piece(1);
        return switch (first) {
            case "profile.php", "story.php", "permalink.php" -> numbered(address.parameter("id"));
            case "people", "pages", "pg", "p" -> ofTitle(address, last);
            case "groups" ->
                named(address.piece(1))
                        ? page(
                                Platform.FACEBOOK,
                                address.piece(1),
                                "groups/" + small(address.piece(1)),
                                "https://www.facebook.com/groups/" + WebAddress.encoded(address.piece(1)))
                        : NO_FACEBOOK;
            default -> name(address.piece(0).replaceFirst("^@", ""));
        };
    }

    /** {@code /pages/Title/123}, {@code /pages/category/Kind/Title-123}, {@code /p/Title-123}, {@code /pg/name}. */
    private static Typed ofTitle(WebAddress address, String last) {
        for (String piece : address.path().reversed()) {
            Matcher titled = TITLED.matcher(piece);
            if (titled.matches()) {
                return numbered(titled.group(1));
            }
        }
        return last.matches(NUMBER)
                ? numbered(last)
                : small(address.piece(0)).equals("pg") ? name(address.piece(1)) : NO_FACEBOOK;
    }

    private static Typed numbered(String number) {
        return number.matches(NUMBER)
                ? page(Platform.FACEBOOK, number, number, "https://www.facebook.com/" + number)
                : NO_FACEBOOK;
    }

    /** Facebook's user names are the same with and without full stops, in any case. */
    private static Typed name(String name) {
        Matcher titled = TITLED.matcher(name);
        if (titled.matches() || name.matches(NUMBER)) {
            return numbered(titled.matches() ? titled.group(1) : name);
        }
        return named(name) && !FACEBOOK_OWN.contains(small(name)) && !name.endsWith(".php")
                ? page(
                        Platform.FACEBOOK,
                        name,
                        small(name).replace(".", ""),
                        "https://www.facebook.com/" + WebAddress.encoded(name))
                : NO_FACEBOOK;
    }

    static Typed instagram(WebAddress address, String sub) {
        if (address.host().equals("ig.me")) {
            return small(address.piece(0)).equals("m") ? instagram(address.piece(1)) : NO_INSTAGRAM;
        }
        String first = small(address.piece(0));
        return !Networks.same(sub)
                ? NO_INSTAGRAM
                : instagram(first.equals("stories") || first.equals("_u") ? address.piece(1) : address.piece(0));
    }

    static Typed instagram(String typed) {
        String name = typed.replaceFirst("^@", "");
        return (named(name) || name.matches("[a-zA-Z0-9._]{2,60}"))
                        && !name.contains("-")
                        && !INSTAGRAM_OWN.contains(small(name))
                        && !small(name).equals("highlights")
                ? page(Platform.INSTAGRAM, name, "https://www.instagram.com/" + small(name) + "/")
                : NO_INSTAGRAM;
    }

    static Typed threads(WebAddress address, String sub) {
        String first = address.piece(0);
        String name = first.replaceFirst("^@", "");
        return Networks.same(sub) && first.startsWith("@") && name.matches("[a-zA-Z0-9._]{1,60}")
                ? page(Platform.THREADS, name, "https://www.threads.com/@" + small(name))
                : NO_THREADS;
    }
}
