package org.glasnik.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.glasnik.identity.Seat;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.glasnik.registry.BodyKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read is what the glossary says, in each language. */
class GlossaryTest {
    private static final Texts TEXTS = new Texts();
    private static final List<Language> LANGUAGES = List.of(Language.UK, Language.SR, Language.RU, Language.EN);

    static Stream<String> terms() {
        return Stream.of(BodyKind.values()).map(kind -> "registry.kind." + kind.tag());
    }

    @ParameterizedTest
    @MethodSource("terms")
    void aKindOfBodyIsCalledAsInTheGlossary(String key) throws Exception {
        String row = "| " + key.substring(key.lastIndexOf('.') + 1) + " |"
                + LANGUAGES.stream().map(l -> " " + TEXTS.text(l, key) + " |").reduce("", String::concat);
        assertThat(Files.readAllLines(Path.of("docs/glossary.md"))).anyMatch(line -> line.startsWith(row));
    }

    static Stream<Seat> seats() {
        return Stream.of(Seat.values()).filter(seat -> seat != Seat.OTHER);
    }

    @ParameterizedTest
    @MethodSource("seats")
    void aSeatIsCalledAsInTheGlossary(Seat seat) throws Exception {
        String terms = LANGUAGES.subList(0, 3).stream()
                .map(l -> " "
                        + TEXTS.text(l, "identity.seat." + seat.tag())
                                .toLowerCase(l.locale())
                                .replace('\u00a0', ' ') + " |")
                .reduce("|", String::concat);
        assertThat(Files.readAllLines(Path.of("docs/glossary.md"))).anyMatch(line -> line.contains(terms));
    }
}
