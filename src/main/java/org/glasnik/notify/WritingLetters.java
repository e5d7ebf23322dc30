package org.glasnik.notify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.glasnik.platform.BaseUrl;
import org.glasnik.platform.InstallationName;
import org.glasnik.platform.Language;
import org.glasnik.platform.Rendering;
import org.glasnik.platform.Screen;
import org.glasnik.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the words of letters from their texts: the same sentences as plain text and as HTML. */
@Component
class WritingLetters {
    /** Line breaks, other control characters, and the marks that turn the direction of writing and so disguise a name. */
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+");

    private final Texts texts;
    private final Rendering rendering;
    private final InstallationName installation;
    private final BaseUrl base;

    WritingLetters(Texts texts, Rendering rendering, InstallationName installation, BaseUrl base) {
        this.texts = texts;
        this.rendering = rendering;
        this.installation = installation;
        this.base = base;
    }

    /** What a letter is made of. */
    record Draft(
            String name,
            Language language,
            ZoneId zone,
            Map<String, Object> values,
            @Nullable String link,
            @Nullable String category,
            @Nullable String unsubscribe) {
        String key(String part) {
            return "letter." + name + "." + part;
        }
    }

    Words words(Draft draft) {
        Screen s = rendering.screen(draft.language(), draft.zone());
        LetterPage page = page(draft, s);
        byte[] html = rendering.bytes("notify/letter", Map.of("s", s, "page", page));
        return new Words(page.subject(), text(s, page), new String(html, StandardCharsets.UTF_8));
    }

    /** The subject of a kind of letter with the values of its sample. */
    String subject(LetterSample sample, Language language, ZoneId zone) {
        Object[] named = arguments(sample.values(), rendering.screen(language, zone));
        return line(texts.text(language, "letter." + sample.name() + ".subject", named));
    }

    private LetterPage page(Draft draft, Screen s) {
        Object[] named = arguments(draft.values(), s);
        String name = line(installation.get());
        String why = draft.category() == null
                ? s.t("notify.letter.why.own", "installation", name)
                : s.t("notify.letter.why.category", "category", s.t("letter.category." + draft.category()));
        return new LetterPage(
                line(s.t(draft.key("subject"), named)),
                paragraphs(s.t(draft.key("body"), named)),
                draft.link() == null
                        ? null
                        : new LetterPage.Button(line(s.t(draft.key("action"), named)), draft.link()),
                texts.has(draft.key("after")) ? paragraphs(s.t(draft.key("after"), named)) : List.of(),
                s.t("notify.letter.sender", "installation", name, "address", base.of("")),
                why,
                draft.unsubscribe());
    }

    private static String text(Screen s, LetterPage page) {
        List<String> parts = new ArrayList<>(page.paragraphs());
        if (page.button() != null) {
            parts.add(page.button().words() + ":\n" + page.button().link());
        }
        parts.addAll(page.after());
        String end = page.sender() + "\n" + page.why();
        // "-- " alone on its line parts the signature from the letter (RFC 3676, 4.3).
        parts.add("-- \n"
                + (page.unsubscribe() == null
                        ? end
                        : end + "\n" + s.t("notify.letter.unsubscribe") + ":\n" + page.unsubscribe()));
        return String.join("\n\n", parts) + "\n";
    }

    private static Object[] arguments(Map<String, Object> values, Screen s) {
        List<Object> named = new ArrayList<>();
        values.forEach((name, value) -> {
            named.add(name);
            named.add(
                    switch (value) {
                        case Instant at -> s.dateTime(at);
                        case LocalDate day -> s.date(day);
                        case Phrase phrase -> s.t(phrase.key());
                        case Number number -> number;
                        default -> line(value.toString());
                    });
        });
        return named.toArray();
    }

    static String line(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }

    private static List<String> paragraphs(String text) {
        return Pattern.compile("\\n\\s*\\n")
                .splitAsStream(text.strip())
                .map(WritingLetters::line)
                .toList();
    }
}
