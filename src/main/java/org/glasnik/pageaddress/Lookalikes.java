package org.glasnik.pageaddress;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the eye takes for the same: the tables of Unicode (UTS 39), and what they leave apart but hurried readers do not. */
final class Lookalikes {
    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE);
    private static final SpoofChecker UTS39 = new SpoofChecker.Builder().build();

    /** Cyrillic letters that Unicode tells apart from the Latin ones, since in books they are. */
    private static final String CYRILLIC = "кмтнв";

    private static final String LATIN = "kmthb";

    /** The known hosts by what they look like. */
    private static final Map<String, String> HOSTS =
            Networks.hosts().collect(Collectors.toMap(Lookalikes::look, Function.identity(), (a, b) -> a));

    private Lookalikes() {}

    /** The known host that another host, which is none, is made to look like. */
    static Optional<String> imitated(WebAddress address) {
        if (Networks.hosts().anyMatch(address.user().toLowerCase(Locale.ROOT)::equals)) {
            return Optional.of(address.user().toLowerCase(Locale.ROOT));
        }
        String host = unicode(address.host());
        String same = HOSTS.get(look(host));
        if (same == null) {
            same = HOSTS.get(look(host.replaceFirst("^[a-z]{1,3}\\.(?=.+\\.)", "")));
        }
        return same != null ? Optional.of(same) : inFront(address.host());
    }

    /** {@code vk.com.login.example}, {@code facebook-com.example}, {@code instagram.com-page.example}. */
    private static Optional<String> inFront(String host) {
        return Networks.hosts()
                .filter(known -> known.length() > 4)
                .filter(known -> ("." + host).contains("." + known + ".")
                        || ("." + host).contains("." + known + "-")
                        || host.startsWith(known.replace('.', '-') + ".")
                        || host.startsWith(known.replace('.', '-') + "-"))
                .findFirst();
    }

    /** A name as it looks: signs that are not seen at a glance taken out. */
    static String likeness(String handle) {
        return look(handle).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** A capital I is a small l in many letters, so all three are one. */
    private static String look(String text) {
        StringBuilder folded = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(sign -> {
            int at = CYRILLIC.indexOf(sign);
            folded.appendCodePoint(at < 0 ? sign : LATIN.charAt(at));
        });
        return UTS39.getSkeleton(folded).toLowerCase(Locale.ROOT).replace('i', 'l');
    }

    static String unicode(String host) {
        StringBuilder unicode = new StringBuilder();
        UTS46.nameToUnicode(host, unicode, new IDNA.Info());
        return unicode.toString();
    }
}
