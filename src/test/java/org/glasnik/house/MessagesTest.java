package org.glasnik.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePatternUtil;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final List<Language> WRITTEN = List.of(Language.UK, Language.SR, Language.RU, Language.EN);

    private final Texts texts = new Texts();

    @Test
    void everyTextStandsInEveryLanguage() {
        for (Language language : WRITTEN) {
            assertThat(texts.keys(language)).as(language.tag()).isEqualTo(texts.keys(Language.EN));
        }
    }

    @Test
    void everyTextTakesTheSameArguments() {
        List<String> different = new ArrayList<>();
        for (String key : texts.keys(Language.EN)) {
            Set<String> expected = arguments(texts.pattern(Language.EN, key));
            for (Language language : WRITTEN) {
                if (!arguments(texts.pattern(language, key)).equals(expected)) {
                    different.add(language.tag() + " " + key);
                }
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    void everyPluralHasTheFormsOfItsLanguage() {
        List<String> lacking = new ArrayList<>();
        for (Language language : WRITTEN) {
            Set<String> forms =
                    PluralRules.forLocale(ULocale.forLocale(language.locale())).getKeywords();
            for (String key : texts.keys(language)) {
                for (Set<String> given : plurals(texts.pattern(language, key))) {
                    if (!given.containsAll(forms)) {
                        lacking.add(language.tag() + " " + key + " has " + given + " of " + forms);
                    }
                }
            }
        }
        assertThat(lacking).isEmpty();
    }

    @Test
    void anApostropheIsNoEscape() {
        List<String> escaped = new ArrayList<>();
        for (Language language : WRITTEN) {
            for (String key : texts.keys(language)) {
                if (texts.pattern(language, key).contains("'")) {
                    escaped.add(language.tag() + " " + key);
                }
            }
        }
        assertThat(escaped).isEmpty();
    }

    @Test
    void everyTextThatIsAskedForExists() {
        Pattern asked = Pattern.compile("\\bt\\(\"([a-zA-Z.]+[a-zA-Z])\"\\s*[,)]");
        TreeSet<String> absent = new TreeSet<>();
        Stream.concat(Sources.files(Sources.TEMPLATES, ".jte").stream(), Sources.files(Sources.JAVA, ".java").stream())
                .forEach(f -> asked.matcher(Sources.text(f))
                        .results()
                        .map(r -> r.group(1))
                        .forEach(key -> {
                            if (!texts.has(key)) {
                                absent.add(f.getFileName() + ": " + key);
                            }
                        }));
        assertThat(absent).isEmpty();
    }

    /**
     * A key that stands nowhere in the code, nor begins one that is put together there (also of a list: {@code
     * ListShape.at("/bodies", "registry.bodies")}), is a text that nobody reads.
     */
    @Test
    void everyTextIsAskedFor() {
        String code = Stream.concat(
                        Sources.files(Path.of("src/main/jte"), ".jte").stream(),
                        Sources.files(Sources.JAVA, ".java").stream())
                .map(Sources::text)
                .reduce("", String::concat);
        List<String> unread = texts.keys(Language.EN).stream()
                .filter(key -> !key.startsWith("deed.") && !key.startsWith("letter.") && !key.startsWith("zone."))
                .filter(key -> !code.contains("\"" + key + "\""))
                .filter(key -> Stream.iterate(key, k -> k.contains("."), k -> k.substring(0, k.lastIndexOf('.')))
                        .noneMatch(k -> code.contains("\"" + k + ".\"")
                                || code.contains(", \"" + k + "\")")
                                || (k.lastIndexOf('.') > 0
                                        && code.contains("\"" + k.substring(0, k.lastIndexOf('.')) + ".\""))))
                // A list's own texts are put together from its prefix (platform.ListShape).
                .filter(key -> !(key.matches(".+\\.(count|empty\\.(title|text))")
                        && code.contains("\"" + key.replaceFirst("\\.(count|empty\\.(title|text))$", "") + "\"")))
                .toList();
        assertThat(unread).isEmpty();
    }

    private static Set<String> arguments(String pattern) {
        Set<String> names = new TreeSet<>();
        MessagePattern parsed = new MessagePattern(pattern);
        for (int i = 0; i < parsed.countParts(); i++) {
            if (parsed.getPartType(i) == MessagePattern.Part.Type.ARG_NAME) {
                names.add(parsed.getSubstring(parsed.getPart(i)));
            }
        }
        return names;
    }

    private static List<Set<String>> plurals(String pattern) {
        List<Set<String>> found = new ArrayList<>();
        collect(MessagePatternUtil.buildMessageNode(pattern), found);
        return found;
    }

    private static void collect(MessagePatternUtil.MessageNode message, List<Set<String>> found) {
        for (MessagePatternUtil.MessageContentsNode part : message.getContents()) {
            if (part instanceof MessagePatternUtil.ArgNode argument && argument.getComplexStyle() != null) {
                Set<String> forms = new TreeSet<>();
                argument.getComplexStyle().getVariants().forEach(v -> {
                    forms.add(v.getSelector());
                    collect(v.getMessage(), found);
                });
                if (argument.getArgType() == MessagePattern.ArgType.PLURAL) {
                    found.add(forms);
                }
            }
        }
    }
}
