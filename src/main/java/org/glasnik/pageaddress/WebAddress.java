package org.glasnik.pageaddress;

import com.ibm.icu.text.IDNA;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An address taken apart: the host in ASCII and small letters, the path and the query decoded.
 *
 * @param beginning {@code https://} or {@code http://}, with {@code www.} where that was typed
 * @param user what stood before {@code @} in front of the host, empty mostly
 * @param host without {@code www.}
 * @param port with its colon, empty for that of the scheme
 */
record WebAddress(
        String beginning,
        String user,
        String host,
        String port,
        List<String> path,
        Map<String, String> query,
        String fragment) {
    private static final String WWW = "^www\\d?\\.(?=.*\\.)";
    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);

    /** By which networks, letters and counters mark a link; none of them changes what is shown. */
    private static final String TRACKING =
            "utm_.*|mc_[a-z]+|_ga|_gl|_openstat|y[s]?clid|gclid|gbraid|wbraid|fbclid|igshid|igsh|mibextid|from_source";

    /** Empty where it is no address of the web at all. */
    static Optional<WebAddress> of(String typed) {
        String rest = typed.replace('\\', '/')
                .replaceFirst("(?i)^https?(:/*|//+)", "")
                .replaceFirst("^//+", "");
        String fragment = after(rest, '#');
        rest = before(rest, '#');
        Map<String, String> query = query(after(rest, '?'));
        rest = before(rest, '?');
        String authority = before(rest, '/');
        String user = "";
        if (authority.lastIndexOf('@') > 0) {
            user = authority.substring(0, authority.lastIndexOf('@'));
            authority = authority.substring(authority.lastIndexOf('@') + 1);
        }
        String port = authority.matches(".+:\\d{1,5}") ? authority.substring(authority.lastIndexOf(':')) : "";
        String name = authority.substring(0, authority.length() - port.length()).replaceFirst("\\.$", "");
        String host = ascii(decoded(name));
        if (!host.matches("[a-z0-9_-]+(\\.[a-z0-9_-]+)*\\.([a-z]{2,}|xn--[a-z0-9-]+)")) {
            return Optional.empty();
        }
        String bare = host.replaceFirst(WWW, "");
        return Optional.of(new WebAddress(
                (typed.matches("(?is)http:.*") ? "http://" : "https://")
                        + host.substring(0, host.length() - bare.length()),
                user,
                bare,
                port.matches(":(80|443)?") ? "" : port,
                path(after(rest, '/')),
                query,
                decoded(fragment)));
    }

    /** The piece of the path, empty where there is none. */
    String piece(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    /** The parameter's value, empty where there is none. */
    String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    /** What of it tells one page of a site from another: a tracked link, a slash at the end or an index file does not. */
    String plain() {
        List<String> pieces = new ArrayList<>(path);
        if (!pieces.isEmpty() && pieces.getLast().matches("(?i)(index|default)\\.(html?|php|aspx?)")) {
            pieces.removeLast();
        }
        StringBuilder plain = new StringBuilder(host).append(port);
        pieces.forEach(piece -> plain.append('/').append(encoded(piece)));
        String sign = "?";
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            if (!parameter.getKey().matches(TRACKING)) {
                plain.append(sign).append(encoded(parameter.getKey()));
                if (!parameter.getValue().isEmpty()) {
                    plain.append('=').append(encoded(parameter.getValue()));
                }
                sign = "&";
            }
        }
        return plain.toString();
    }

    /** Empty where the name is none. */
    private static String ascii(String name) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = new StringBuilder();
        UTS46.nameToASCII(name, ascii, info);
        return info.hasErrors() ? "" : ascii.toString().toLowerCase(Locale.ROOT);
    }

    private static List<String> path(String path) {
        List<String> pieces = new ArrayList<>();
        for (String piece : path.split("/")) {
            String plain = decoded(piece).strip();
            if (!plain.isEmpty() && !plain.equals(".")) {
                pieces.add(plain);
            }
        }
        return pieces;
    }

    /** Names of parameters in small letters, in their order, so that the order in the address does not matter. */
    private static Map<String, String> query(String query) {
        Map<String, String> all = new TreeMap<>();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                all.put(
                        decoded(before(pair, '=').replace('+', ' ')).toLowerCase(Locale.ROOT),
                        decoded(after(pair, '=').replace('+', ' ')));
            }
        }
        return all;
    }

    /** Percent signs decoded as UTF-8, those that stand for nothing left; what no address may hold is taken out. */
    static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int at = 0;
        while (at < text.length()) {
            int high = text.charAt(at) == '%' && at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(at + 2), 16);
            if (low >= 0) {
                bytes.write(high * 16 + low);
                at += 3;
            } else {
                int sign = text.codePointAt(at);
                bytes.writeBytes(Character.toString(sign).getBytes(StandardCharsets.UTF_8));
                at += Character.charCount(sign);
            }
        }
        return Normalizer.normalize(bytes.toString(StandardCharsets.UTF_8), Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}]", "");
    }

    static String encoded(String piece) {
        return URLEncoder.encode(piece, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@")
                .replace("%3A", ":")
                .replace("%2C", ",")
                .replace("%2B", "+");
    }

    private static String before(String text, char sign) {
        int at = text.indexOf(sign);
        return at < 0 ? text : text.substring(0, at);
    }

    private static String after(String text, char sign) {
        int at = text.indexOf(sign);
        return at < 0 ? "" : text.substring(at + 1);
    }
}
