package org.glasnik.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.glasnik.Glasnik;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    private final ApplicationModules modules = ApplicationModules.of(Glasnik.class);

    @Test
    void aModuleUsesOnlyWhatItDeclares() {
        modules.verify();
    }

    @Test
    void aModuleIsSmallEnoughToRead() {
        List<String> tooLarge = modules.stream()
                .map(m -> m.getIdentifier() + ": "
                        + Sources.files(Sources.JAVA.resolve(m.getIdentifier().toString()), ".java")
                                .size())
                .filter(line -> Integer.parseInt(line.substring(line.indexOf(' ') + 1)) > 50)
                .toList();
        assertThat(tooLarge).isEmpty();
    }

    /** The map of the house is drawn from the code; the public surface in it changes only with a commit that shows it. */
    @Test
    void theMapIsTrue() {
        StringBuilder map = new StringBuilder("""
                # The house

                Generated from the code; a test fails when it is stale. Each module, what lives there, what it may use, and
                the types that others see.

                """);
        modules.stream()
                .sorted(Comparator.comparing(m -> m.getIdentifier().toString()))
                .forEach(m -> map.append(room(m)));
        Sources.sameAsDocument(Path.of("docs/map.md"), map.toString());
    }

    private String room(ApplicationModule module) {
        String name = module.getIdentifier().toString();
        String source = Sources.text(Sources.JAVA.resolve(name).resolve("package-info.java"));
        String sentence = source.substring(source.indexOf("/**") + 3, source.indexOf("*/"))
                .replaceAll("\\s*\\n\\s*\\*?\\s*", " ")
                .strip();
        var uses = module.getDirectDependencies(modules).stream()
                .map(d -> d.getTargetModule().getIdentifier().toString())
                .filter(used -> !used.equals(name))
                .collect(Collectors.toCollection(TreeSet::new));
        var shown = module.getNamedInterfaces().stream()
                .flatMap(i -> i.asJavaClasses())
                .filter(c -> c.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                .filter(c -> !c.getName().contains("$") && !c.getSimpleName().endsWith("Generated"))
                .filter(c -> !c.getSimpleName().equals("package-info"))
                .map(c -> "`" + c.getSimpleName() + "`")
                .collect(Collectors.toCollection(TreeSet::new));
        return "## " + name + "\n\n" + sentence + "\n\n"
                + "- uses: " + (uses.isEmpty() ? "nothing" : String.join(", ", uses)) + "\n"
                + "- shows: " + (shown.isEmpty() ? "nothing" : String.join(", ", shown)) + "\n\n";
    }
}
