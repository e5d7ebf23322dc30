package org.glasnik.pageaddress;

import static org.glasnik.pageaddress.Networks.named;
import static org.glasnik.pageaddress.Networks.page;
import static org.glasnik.pageaddress.Networks.same;
import static org.glasnik.pageaddress.Networks.small;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** VK, Odnoklassniki, Dzen. */
final class CyrillicNetworks {
    private static final Typed NO_VK = new Typed.NoPage(Platform.VK);
    private static final Typed NO_OK = new Typed.NoPage(Platform.OK);
    private static final Typed NO_DZEN = new Typed.NoPage(Platform.DZEN);

    /** Whose wall, photo or album a link to one of them shows; a minus before the number is a community. */
    private static final Pattern OF_OWNER = Pattern.compile(
            "(?:wall|photo|video|album|albums|videos|topic|page|market|clip|clips|doc|audios|write|reviews|app\\d+_)"
                    + "(-?)(\\d+)(?:_.*)?");

    private static final Pattern NUMBERED = Pattern.compile("(?:club|public|event|board|gim)(\\d+)");

    private static final Set<String> VK_OWN = Set.of(
            "feed",
            "im",
            "login",
            "join",
            "search",
            "groups",
            "friends",
            "video",
            "videos",
            "music",
            "audio",
            "apps",
            "about",
            "away.php",
            "share.php",
            "widget_community.php",
            "wall.php",
            "al_feed.php",
            "help",
            "support",
            "terms",
            "privacy",
            "settings",
            "ads",
            "market",
            "services",
            "clips",
            "stories",
            "games",
            "docs",
            "bookmarks",
            "restore",
            "dev",
            "business",
            "faq",
            "photos",
            "albums",
            "mail",
            "write");

    private static final Set<String> OK_OWN = Set.of(
            "feed",
            "video",
            "live",
            "game",
            "games",
            "search",
            "dk",
            "music",
            "gifts",
            "market",
            "help",
            "regulations",
            "login",
            "messages",
            "online",
            "discussions",
            "bookmarks",
            "settings",
            "app",
            "shop",
            "ads",
            "videoembed",
            "clips",
            "guests",
            "friends",
            "apphook",
            "offer",
            "promo",
            "groups",
            "post",
            "moments");

    private static final Set<String> DZEN_OWN = Set.of(
            "a",
            "b",
            "video",
            "shorts",
            "news",
            "articles",
            "search",
            "suite",
            "profile",
            "topic",
            "theme",
            "dzen",
            "about",
            "embed",
            "short",
            "subscriptions",
            "legal",
            "help",
            "media",
            "id",
            "live");

    private CyrillicNetworks() {}

    static Typed vk(WebAddress address, String sub) {
        String piece = address.piece(0);
        if (small(piece).equals("away.php") && !address.parameter("to").isEmpty()) {
            return ReadingAddress.inside(address.parameter("to"));
        }
        if (!same(sub) || address.host().equals("vk.cc")) {
            return NO_VK;
        }
        // A post may be opened over the page: /durov?w=wall-1_2 still is the page.
        String name = small(piece.isEmpty() ? address.parameter("w") : piece);
        if (name.startsWith("@")) {
            // An article's address carries the name of the page before a hyphen.
            name = name.substring(1).replaceFirst("-.*", "");
        }
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            return vk("club" + Long.toString(number(numbered.group(1))), piece);
        }
        Matcher owned = OF_OWNER.matcher(name);
        if (owned.matches()) {
            return vk((owned.group(1).isEmpty() ? "id" : "club") + number(owned.group(2)), "");
        }
        return named(name) && name.length() > 1 && !VK_OWN.contains(name)
                ? vk(name, piece.replaceFirst("^@", ""))
                : NO_VK;
    }

    private static Typed vk(String key, String typed) {
        String handle = small(typed).equals(key) ? typed : key;
        return page(Platform.VK, handle, key, "https://vk.com/" + key);
    }

    /** Of the digits that anyone could mean: longer ones are no number of a page. */
    private static long number(String digits) {
        return Long.parseLong(digits.substring(0, Math.min(18, digits.length())));
    }

    static Typed ok(WebAddress address, String sub) {
        if (!same(sub)) {
            return NO_OK;
        }
        String group = address.parameter("st.groupid");
        String first = small(address.piece(0));
        if (first.equals("group") && address.piece(1).matches("\\d{3,20}")) {
            group = address.piece(1);
        } else if (first.matches("group\\d{3,20}")) {
            group = first.substring("group".length());
        }
        if (group.matches("\\d{3,20}")) {
            return page(Platform.OK, group, "group/" + group, "https://ok.ru/group/" + group);
        }
        if (first.equals("profile") && address.piece(1).matches("\\d{3,20}")) {
            String id = address.piece(1);
            return page(Platform.OK, id, "profile/" + id, "https://ok.ru/profile/" + id);
        }
        return named(first) && !OK_OWN.contains(first) && !first.equals("group") && !first.equals("profile")
                ? page(Platform.OK, address.piece(0), "https://ok.ru/" + first)
                : NO_OK;
    }

    static Typed dzen(WebAddress address, String sub) {
        String first = small(address.piece(0));
        if (!same(sub)) {
            return NO_DZEN;
        }
        int at = first.equals("media") ? 1 : 0;
        if (small(address.piece(at)).equals("id") && address.piece(at + 1).matches("(?i)[0-9a-f]{8,40}")) {
            String id = small(address.piece(at + 1));
            return page(Platform.DZEN, id, "id/" + id, "https://dzen.ru/id/" + id);
        }
        String name = address.piece(at).replaceFirst("^@", "");
        return named(name) && !DZEN_OWN.contains(small(name))
                ? page(Platform.DZEN, name, "https://dzen.ru/" + small(name))
                : NO_DZEN;
    }
}
