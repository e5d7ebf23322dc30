package org.glasnik.pageaddress;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what was typed: an address of the web, of an application, a name; with whatever was copied along with it. */
final class ReadingAddress {
    /** Marks around an address that are not of it: it is copied out of sentences. */
    private static final String BEFORE = "^[<(\\[{\"'`«„“”‘’‚*]+";

    private static final String AFTER = "[>)\\]}\"'`»“”‘’.,;:!?…*]+$";

    private static final Pattern APPLICATION =
            Pattern.compile("(?i)(tg|viber|fb|instagram|twitter|vk|whatsapp):/*([^?]*)(?:\\?(.*))?");

    private static final Pattern FEDIVERSE =
            Pattern.compile("(?i)(?:acct:|@)([\\p{L}\\p{N}_.-]{1,100})@([\\p{L}\\p{N}.-]+\\.[\\p{L}\\p{N}-]{2,})");

    private static final Pattern MAIL = Pattern.compile("(?i)(mailto:)?[^@\\s/]+@[^@\\s/]+");

    private ReadingAddress() {}

    static Typed read(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("\\p{Cf}", "")
                .replaceAll("[\\p{Cc}\\p{Z}]+", " ")
                .strip();
        if (text.isEmpty() || text.length() > PageAddress.LONGEST) {
            return new Typed.Nothing();
        }
        String[] words = text.split(" ");
        return words.length == 1 ? piece(text) : best(words);
    }

    /** Of a sentence: the first address in it, else the first name that is marked as one. */
    private static Typed best(String[] words) {
        List<Typed> pieces = Arrays.stream(words)
                .filter(word -> word.matches(".*([/:]|\\.\\p{L}).*|\\p{P}*@.*"))
                .map(ReadingAddress::piece)
                .toList();
        return first(pieces, Typed.Imitation.class)
                .or(() -> first(pieces, Typed.Page.class))
                .or(() -> first(pieces, Typed.NoPage.class))
                .or(() -> first(pieces, Typed.Handle.class))
                .orElseGet(Typed.Nothing::new);
    }

    private static Optional<Typed> first(List<Typed> pieces, Class<? extends Typed> kind) {
        return pieces.stream().filter(kind::isInstance).findFirst();
    }

    private static Typed piece(String written) {
        String text = written.replaceFirst(BEFORE, "").replaceFirst(AFTER, "");
        Matcher application = APPLICATION.matcher(text);
        if (application.matches()) {
            return application(
                    application.group(1).toLowerCase(Locale.ROOT),
                    application.group(2),
                    application.group(3) == null ? "" : application.group(3));
        }
        Matcher fediverse = FEDIVERSE.matcher(text);
        if (fediverse.matches()) {
            return mastodon(fediverse.group(1), fediverse.group(2));
        }
        if (text.matches("@[^@/\\s]+")) {
            return name(text.substring(1));
        }
        boolean web = text.matches("(?is)(https?:|//|https?//).*");
        if (!web && (MAIL.matcher(text).matches() || text.matches("(?i)[a-z][a-z+-]*:.*(?<!\\d)"))) {
            return new Typed.Nothing();
        }
        return WebAddress.of(text).map(ReadingAddress::web).orElseGet(() -> web ? new Typed.Nothing() : name(text));
    }

    /** The address that a platform's own "you are leaving" link carries. One inside another is nothing that people type. */
    static Typed inside(String link) {
        return WebAddress.of(link)
                .filter(address -> !Networks.leaves(address))
                .map(ReadingAddress::web)
                .orElseGet(Typed.Nothing::new);
    }

    private static Typed web(WebAddress address) {
        Optional<Typed> known = Networks.read(address);
        if (address.user().isEmpty() && known.isPresent()) {
            return known.get();
        }
        Optional<String> imitated = Lookalikes.imitated(address);
        if (imitated.isPresent()) {
            return new Typed.Imitation(address.host(), imitated.get());
        }
        return known.orElseGet(() -> elsewhere(address));
    }

    /** Servers of the fediverse are any; their people stand behind an at sign. */
    private static Typed elsewhere(WebAddress address) {
        String first = address.piece(0).equals("web") ? address.piece(1) : address.piece(0);
        if (first.startsWith("@") || (first.equals("users") && !address.piece(1).isEmpty())) {
            String[] person = (first.equals("users") ? "@" + address.piece(1) : first).split("@");
            if (person.length > 1 && Networks.named(person[1])) {
                return mastodon(person[1], person.length > 2 ? person[2] : address.host());
            }
        }
        String plain = address.plain();
        return Networks.page(
                Platform.SITE,
                WebAddress.decoded(
                        address.host() + plain.substring(address.host().length())),
                plain,
                address.beginning() + plain);
    }

    private static Typed mastodon(String name, String server) {
        Optional<WebAddress> host = WebAddress.of(server);
        return host.isEmpty() || Networks.read(host.get()).isPresent()
                ? new Typed.Nothing()
                : Networks.page(
                        Platform.MASTODON,
                        name + "@" + host.get().host(),
                        "https://" + host.get().host() + "/@" + name);
    }

    private static Typed application(String scheme, String path, String query) {
        WebAddress address = WebAddress.of("x.example/" + path + "?" + query).orElseThrow();
        String what = Networks.small(address.piece(0));
        return switch (scheme) {
            case "tg" ->
                what.equals("join")
                        ? Messengers.invited(address.parameter("invite"))
                        : Messengers.telegram(address.parameter("domain"));
            case "viber" ->
                Messengers.viber(
                        address.parameter("chaturi").isEmpty()
                                ? address.parameter("id")
                                : address.parameter("chaturi"));
            case "fb" -> web("facebook.com/" + address.piece(1));
            case "instagram" -> MetaNetworks.instagram(address.parameter("username"));
            case "twitter" -> OtherNetworks.x(address.parameter("screen_name"));
            case "vk" -> web(path.replaceFirst("(?i)^vk\\.com/", "vk.com/"));
            default -> web("api.whatsapp.com/send?" + query);
        };
    }

    private static Typed web(String address) {
        return WebAddress.of(address).map(ReadingAddress::web).orElseGet(Typed.Nothing::new);
    }

    private static Typed name(String text) {
        return Networks.named(text) && text.codePointCount(0, text.length()) > 1
                ? new Typed.Handle(text)
                : new Typed.Nothing();
    }
}
