package org.glasnik.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.glasnik.deed.FieldWords;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.glasnik.testing.GlasnikTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever code writes into the account of deeds is read in words: verbs, kinds, fields, and values that are codes. */
@GlasnikTest
class DeedWordsTest {
    private static final Pattern DEED = Pattern.compile("\\bDeed\\.of\\(");
    private static final Pattern SAID = Pattern.compile("Deed\\.of\\(\\s*\"([^\"]+)\"");
    private static final Pattern KIND = Pattern.compile("Deed\\.of\\([^,]+,\\s*\"([^\"]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"(([a-z]+)\\.[a-zA-Z]*)\"");
    private static final Pattern WITH = Pattern.compile("\\.with\\(\\s*\"([^\"]+)\"");
    private static final Pattern BETWEEN = Pattern.compile("\\)\\s*\\.between\\(");
    private static final Pattern VERB = Pattern.compile("deed\\.([a-z]+\\.[a-zA-Z]+)");
    private static final Pattern NO_VERB =
            Pattern.compile("deed\\.(list|check|fault|actor|change|field|kind|history|filter|page|value)\\..+");

    /** What is compared where: a call of {@code between} does not show its type. */
    private static final Map<String, List<String>> COMPARED = Map.ofEntries(
            Map.entry("SettingsController.java", List.of("org.glasnik.operate.InstallationSettings$Values")),
            Map.entry("ProfileController.java", List.of("org.glasnik.identity.Profile")),
            Map.entry("BodyFormController.java", List.of("org.glasnik.registry.BodyDetails")),
            Map.entry("JudgingBodies.java", List.of("org.glasnik.registry.BodyDetails")),
            Map.entry("ImportingBodies.java", List.of("org.glasnik.registry.BodyDetails")),
            Map.entry("RenamingController.java", List.of("org.glasnik.registry.Lifecycles$Names")),
            Map.entry("JurisdictionController.java", List.of("org.glasnik.registry.Jurisdiction")),
            Map.entry("SavingPage.java", List.of("org.glasnik.officialpage.PageDetails$Said")),
            Map.entry("PageDeeds.java", List.of("org.glasnik.officialpage.PageDetails$Said")),
            Map.entry("TermController.java", List.of("org.glasnik.officialpage.Term")),
            Map.entry("ChangingDuties.java", List.of("org.glasnik.pageduty.Duty")),
            Map.entry(
                    "EditingNotices.java",
                    List.of("org.glasnik.personal.Controllership$Said", "org.glasnik.personal.PrivacyNotice$Written")));

    @Autowired
    Texts texts;

    @Autowired
    List<FieldWords> fieldWords;

    private static List<Path> recording() {
        return Sources.files(Sources.JAVA, ".java").stream()
                .filter(f -> DEED.matcher(Sources.text(f)).find())
                .filter(f -> !f.endsWith("deed/DeedController.java"))
                .toList();
    }

    private static Set<String> found(Pattern pattern, Path file) {
        return pattern.matcher(Sources.text(file))
                .results()
                .map(r -> r.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> worded() {
        return texts.keys(Language.EN).stream()
                .filter(key -> !NO_VERB.matcher(key).matches())
                .map(VERB::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Verbs as they stand in the code: those said to {@code Deed.of} itself, and in a file that records deeds whatever begins
     * with their noun and is neither a text nor a letter. One that is put together ({@code "body." + what}) is found as well: it
     * has no words.
     */
    private Set<String> verbs() {
        Set<String> nouns =
                worded().stream().map(verb -> verb.replaceFirst("\\..*", "")).collect(Collectors.toSet());
        Set<String> verbs = new TreeSet<>();
        for (Path file : recording()) {
            verbs.addAll(found(SAID, file));
            LITERAL.matcher(Sources.text(file))
                    .results()
                    .filter(r -> nouns.contains(r.group(2)))
                    .map(r -> r.group(1))
                    .filter(word -> !texts.has(word) && !texts.has("letter." + word + ".subject"))
                    .forEach(verbs::add);
        }
        return verbs;
    }

    @Test
    void everyVerbHasItsWordsAndNoWordsLackTheirVerb() {
        assertThat(verbs()).hasSizeGreaterThan(30).isEqualTo(worded());
    }

    @Test
    void everyKindAndEveryFieldHasItsWords() throws ClassNotFoundException {
        Set<String> wordless = new TreeSet<>();
        for (Path file : recording()) {
            Set<String> kinds = found(KIND, file);
            kinds.stream().filter(kind -> !texts.has("deed.kind." + kind)).forEach(wordless::add);
            Set<String> fields = found(WITH, file);
            List<String> compared = COMPARED.getOrDefault(file.getFileName().toString(), List.of());
            assertThat(BETWEEN.matcher(Sources.text(file)).find())
                    .as(file + " compares records")
                    .isNotEqualTo(compared.isEmpty());
            for (String type : compared) {
                for (RecordComponent component : Class.forName(type).getRecordComponents()) {
                    fields.add(component.getName());
                }
            }
            fields.stream()
                    .filter(field -> !texts.has("deed.field." + field)
                            && (kinds.isEmpty()
                                    || !kinds.stream().allMatch(kind -> texts.has("deed.field." + kind + "." + field))))
                    .map(field -> kinds + "." + field)
                    .forEach(wordless::add);
        }
        assertThat(wordless).isEmpty();
    }

    /** Yes and no, days, bodies and languages are said by the account itself; constants by the module that has them. */
    @Test
    void everyConstantIsSaidInWords() throws ClassNotFoundException {
        Map<String, FieldWords> said =
                fieldWords.stream().collect(Collectors.toMap(FieldWords::field, Function.identity()));
        List<String> raw = new ArrayList<>();
        int constants = 0;
        for (String type : COMPARED.values().stream().flatMap(List::stream).toList()) {
            for (RecordComponent component : Class.forName(type).getRecordComponents()) {
                if (!component.getType().isEnum() || component.getType() == Language.class) {
                    continue;
                }
                for (Object constant : component.getType().getEnumConstants()) {
                    FieldWords words = said.get(component.getName());
                    constants++;
                    if (words == null
                            || words.words()
                                    .apply(constant.toString(), Language.UK)
                                    .equals(constant.toString())) {
                        raw.add(component.getName() + " " + constant);
                    }
                }
            }
        }
        assertThat(raw).isEmpty();
        assertThat(constants).isGreaterThan(15);
    }
}
