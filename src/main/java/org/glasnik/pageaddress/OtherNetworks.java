package org.glasnik.pageaddress;

import static org.glasnik.pageaddress.Networks.named;
import static org.glasnik.pageaddress.Networks.page;
import static org.glasnik.pageaddress.Networks.same;
import static org.glasnik.pageaddress.Networks.small;

import java.util.Set;

/** X, LinkedIn, Bluesky, GitHub, Flickr, Medium, Pinterest. */
final class OtherNetworks {
    private static final Typed NO_X = new Typed.NoPage(Platform.X);

    private static final Set<String> X_OWN = Set.of(
            "home",
            "search",
            "hashtag",
            "i",
            "share",
            "explore",
            "login",
            "settings",
            "intent",
            "about",
            "tos",
            "privacy",
            "messages",
            "notifications",
            "signup",
            "compose",
            "jobs",
            "download",
            "who_to_follow",
            "account",
            "logout",
            "widgets");

    private static final Set<String> LINKEDIN_KINDS = Set.of("company", "school", "showcase", "in", "groups");

    private static final Set<String> GITHUB_OWN = Set.of(
            "features",
            "topics",
            "about",
            "orgs",
            "marketplace",
            "explore",
            "login",
            "join",
            "pricing",
            "search",
            "settings",
            "sponsors",
            "trending",
            "collections",
            "events",
            "issues",
            "pulls",
            "notifications",
            "enterprise",
            "readme",
            "security",
            "contact",
            "site",
            "apps",
            "users");

    private static final Set<String> MEDIUM_OWN = Set.of(
            "tag",
            "topic",
            "topics",
            "m",
            "me",
            "search",
            "about",
            "membership",
            "p",
            "policy",
            "jobs-at-medium",
            "creators");

    private static final Set<String> PINTEREST_OWN = Set.of(
            "pin",
            "search",
            "ideas",
            "explore",
            "categories",
            "login",
            "today",
            "topics",
            "settings",
            "about",
            "business",
            "_",
            "create");

    private OtherNetworks() {}

    static Typed x(WebAddress address, String sub) {
        String first = address.piece(0);
        if (first.isEmpty() && address.fragment().startsWith("!/")) {
            first = address.fragment().substring(2).replaceFirst("/.*", "");
        }
        if (!same(sub) || address.host().equals("t.co")) {
            return NO_X;
        }
        if (small(first).equals("intent")) {
            first = address.parameter("screen_name");
        } else if (small(first).equals("i")) {
            return small(address.piece(1)).equals("user") && address.piece(2).matches("\\d{2,20}")
                    ? page(
                            Platform.X,
                            address.piece(2),
                            "user/" + address.piece(2),
                            "https://x.com/i/user/" + address.piece(2))
                    : NO_X;
        }
        return x(first);
    }

    static Typed x(String typed) {
        String name = typed.replaceFirst("^@", "");
        return name.matches("[A-Za-z0-9_]{1,20}") && !X_OWN.contains(small(name))
                ? page(Platform.X, name, "https://x.com/" + small(name))
                : NO_X;
    }

    static Typed linkedin(WebAddress address, String sub) {
        String kind = small(address.piece(0)).replace("company-beta", "company");
        String name = address.piece(1);
        return same(sub) && LINKEDIN_KINDS.contains(kind) && name.matches("[\\p{L}\\p{M}\\p{N}][^/\\s]{0,99}")
                ? page(
                        Platform.LINKEDIN,
                        name,
                        kind + "/" + small(name),
                        "https://www.linkedin.com/" + kind + "/" + WebAddress.encoded(small(name)))
                : new Typed.NoPage(Platform.LINKEDIN);
    }

    static Typed bluesky(WebAddress address, String sub) {
        String name = address.piece(1).replaceFirst("^@", "");
        return sub.isEmpty() && small(address.piece(0)).equals("profile") && name.matches("[A-Za-z0-9.:-]{3,100}")
                ? page(Platform.BLUESKY, name, "https://bsky.app/profile/" + small(name))
                : new Typed.NoPage(Platform.BLUESKY);
    }

    static Typed github(WebAddress address, String sub) {
        String first = small(address.piece(0));
        String name = first.equals("orgs") || first.equals("sponsors") ? address.piece(1) : address.piece(0);
        return sub.matches("|m|gist")
                        && name.matches("[A-Za-z0-9][A-Za-z0-9-]{0,38}")
                        && !GITHUB_OWN.contains(small(name))
                ? page(Platform.GITHUB, name, "https://github.com/" + small(name))
                : new Typed.NoPage(Platform.GITHUB);
    }

    static Typed flickr(WebAddress address, String sub) {
        String kind = small(address.piece(0));
        String name = address.piece(1);
        boolean group = kind.equals("groups");
        return same(sub)
                        && address.host().endsWith("flickr.com")
                        && (group || kind.equals("photos") || kind.equals("people"))
                        && name.matches("[\\p{L}\\p{N}_@.-]{1,100}")
                        && !Set.of("tags", "upload").contains(small(name))
                ? page(
                        Platform.FLICKR,
                        name,
                        (group ? "groups/" : "") + small(name),
                        "https://www.flickr.com/" + (group ? "groups/" : "photos/") + WebAddress.encoded(name) + "/")
                : new Typed.NoPage(Platform.FLICKR);
    }

    static Typed medium(WebAddress address, String sub) {
        String name = sub.isEmpty() ? address.piece(0) : "@" + sub;
        boolean person = name.startsWith("@");
        String bare = person ? name.substring(1) : name;
        return (person ? named(bare) : named(bare) && !MEDIUM_OWN.contains(small(bare)))
                        && !Set.of("help", "policy", "blog", "about", "api", "status")
                                .contains(sub)
                ? page(Platform.MEDIUM, bare, small(name), "https://medium.com/" + WebAddress.encoded(small(name)))
                : new Typed.NoPage(Platform.MEDIUM);
    }

    static Typed pinterest(WebAddress address, String sub) {
        String name = address.piece(0);
        return same(sub)
                        && address.host().contains("pinterest.")
                        && name.matches("[\\p{L}\\p{N}_-]{2,60}")
                        && !PINTEREST_OWN.contains(small(name))
                ? page(Platform.PINTEREST, name, "https://www.pinterest.com/" + WebAddress.encoded(small(name)) + "/")
                : new Typed.NoPage(Platform.PINTEREST);
    }
}
