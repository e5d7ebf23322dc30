package org.glasnik.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final Pattern VAGUE = Pattern.compile(
            ".*(Impl|Service|Manager|Helper|Helpers|Util|Utils|Dto|DTO|Mapper|Entity|Base|Common|Info|Processor)");

    @Test
    void aNameSaysWhatTheThingIs() {
        List<String> vague = Sources.files(Sources.JAVA, ".java").stream()
                .map(f -> f.getFileName().toString().replace(".java", ""))
                .filter(name -> VAGUE.matcher(name).matches() && !name.equals("package-info"))
                .toList();
        assertThat(vague).isEmpty();
    }

    @Test
    void aFileFitsOnAFewScreens() {
        List<String> long_ = Stream.concat(
                        Sources.files(Sources.JAVA, ".java").stream(),
                        Sources.files(Sources.TEMPLATES, ".jte").stream())
                .filter(f -> Sources.text(f).lines().count() > 230)
                .map(f -> f + " " + Sources.text(f).lines().count())
                .toList();
        assertThat(long_).isEmpty();
    }

    @Test
    void everyModuleSaysWhatLivesThere() {
        List<String> silent = Sources.files(Sources.JAVA, "package-info.java").stream()
                .filter(f -> !f.getParent().equals(Sources.JAVA))
                .filter(f ->
                        !Sources.text(f).contains("/**") || !Sources.text(f).contains("@NullMarked"))
                .map(Object::toString)
                .toList();
        assertThat(silent).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        Pattern later = Pattern.compile("\\b(TODO|FIXME|XXX)\\b|UnsupportedOperationException|not implemented");
        List<String> found = Stream.of(".java", ".jte", ".sql")
                .flatMap(e -> Sources.files(java.nio.file.Path.of("src/main"), e).stream())
                .filter(f -> later.matcher(Sources.text(f)).find())
                .map(Object::toString)
                .toList();
        assertThat(found).isEmpty();
    }
}
