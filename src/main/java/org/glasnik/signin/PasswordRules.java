package org.glasnik.signin;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.glasnik.platform.FormErrors;

/**
 * What a new password must be: long and not guessable, and nothing else (NIST SP 800-63B-4, 3.1.1.2: at least 15 characters
 * where a password alone signs in, no rules of composition, a list of common ones). Guesses are reckoned by zxcvbn with its
 * dictionaries and with what is known of the person; a Cyrillic password also as the Latin keys that write it, which
 * are in those dictionaries.
 */
final class PasswordRules {
    static final int LEAST = 15;
    static final int MOST = 128;
    /** zxcvbn grows with the square of the length; what is strong in its first part is strong. */
    private static final int JUDGED = 72;

    private static final int GOOD = 3;
    private static final Zxcvbn ZXCVBN = new Zxcvbn();

    private static final List<Layout> LAYOUTS = List.of(
            new Layout("йцукенгшщзхїфівапролджєячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,."),
            new Layout("йцукенгшщзхъфывапролджэячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,."),
            new Layout("љњертзуиопшђасдфгхјклчћѕџцвбнм", "qwertyuiop[]asdfghjkl;'zxcvbnm"));

    private record Layout(String typed, String keys) {
        String latin(String password) {
            StringBuilder latin = new StringBuilder();
            password.chars().forEach(c -> {
                int key = typed.indexOf(c);
                latin.append(key < 0 ? (char) c : keys.charAt(key));
            });
            return latin.toString();
        }
    }

    private PasswordRules() {}

    /** @param known name, address and the like of the person, which are the first guesses */
    static void check(FormErrors errors, String field, String password, List<String> known) {
        String normal = Passwords.normal(password);
        int length = normal.codePointCount(0, normal.length());
        if (normal.chars().anyMatch(Character::isISOControl)) {
            errors.add(field, "platform.error.control");
        } else if (length < LEAST) {
            errors.add(field, "signin.password.short", "least", LEAST);
        } else if (length > MOST) {
            errors.add(field, "platform.error.tooLong", "max", MOST);
        } else if (score(normal, known) < GOOD) {
            errors.add(field, "signin.password.common");
        }
    }

    static int score(String password, List<String> known) {
        String judged =
                password.substring(0, Math.min(JUDGED, password.length())).toLowerCase(Locale.ROOT);
        List<String> inputs = new ArrayList<>(List.of("glasnik", "гласник"));
        for (String value : known) {
            inputs.add(value.toLowerCase(Locale.ROOT));
            inputs.addAll(List.of(value.toLowerCase(Locale.ROOT).split("[\\s@.'’-]+")));
        }
        inputs.removeIf(String::isBlank);
        int least = ZXCVBN.measure(judged, inputs).getScore();
        for (Layout layout : LAYOUTS) {
            String latin = layout.latin(judged);
            if (!latin.equals(judged)) {
                least = Math.min(least, ZXCVBN.measure(latin, inputs).getScore());
            }
        }
        return least;
    }
}
