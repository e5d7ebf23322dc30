package org.glasnik.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README and docs/ lead to is there, and each picture says in words what it shows. */
class DocumentsTest {
    private static final Path PICTURES = Path.of("docs/pictures");
    private static final Pattern MARKDOWN = Pattern.compile("(!?)\\[([^]\\[]*)]\\(([^)#]*)(?:#[^)]*)?\\)");
    private static final Pattern TAG = Pattern.compile("<img\\s[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(src|alt)=\"([^\"]*)\"");

    /** A link; {@code alt} is null where it is no picture. */
    private record Link(String target, String alt) {}

    private static List<Link> links(String text) {
        List<Link> links = new ArrayList<>();
        MARKDOWN.matcher(text)
                .results()
                .forEach(r -> links.add(new Link(r.group(3), r.group(1).isEmpty() ? null : r.group(2))));
        TAG.matcher(text).results().forEach(r -> {
            String target = "", alt = "";
            for (Matcher a = ATTRIBUTE.matcher(r.group()); a.find(); ) {
                if (a.group(1).equals("src")) {
                    target = a.group(2);
                } else {
                    alt = a.group(2);
                }
            }
            links.add(new Link(target, alt));
        });
        return links.stream().filter(l -> !l.target().matches("|[a-z]+:.*")).toList();
    }

    private static List<String> faults(Path document, String text) {
        Path folder = document.toAbsolutePath().getParent();
        return links(text).stream()
                .flatMap(link -> Stream.of(
                                Files.exists(folder.resolve(link.target())) ? "" : "is not there",
                                link.alt() != null && link.alt().split(" ").length < 4
                                        ? "says too little in words"
                                        : "")
                        .filter(fault -> !fault.isEmpty())
                        .map(fault -> document + ": " + link.target() + " " + fault))
                .toList();
    }

    private static List<Path> documents() {
        return Stream.concat(
                        Stream.of("README.md", "STYLE.md", "SECURITY.md").map(Path::of),
                        Sources.files(Path.of("docs"), ".md").stream())
                .toList();
    }

    @Test
    void linksLeadSomewhereAndPicturesHaveWords() {
        assertThat(documents().stream().flatMap(d -> faults(d, Sources.text(d)).stream()))
                .isEmpty();
    }

    @Test
    void everyPictureIsShown() {
        List<String> shown = documents().stream()
                .flatMap(d -> links(Sources.text(d)).stream()
                        .filter(link -> link.alt() != null)
                        .map(link -> String.valueOf(d.toAbsolutePath()
                                .getParent()
                                .resolve(link.target())
                                .normalize())))
                .toList();
        assertThat(Sources.files(PICTURES, ".png"))
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThat(shown).contains(file.toAbsolutePath().toString()));
    }

    @Test
    void aLinkToNowhereAndAPictureWithoutWordsAreFound() {
        assertThat(faults(Path.of("README.md"), """
                        [there](LICENSE) [elsewhere](https://example.org/x) [here](#start)
                        [gone](docs/none.md) ![](LICENSE) <img src="LICENSE" alt="two words"> <img src="none.png" alt="a b c d">"""))
                .containsExactly(
                        "README.md: docs/none.md is not there",
                        "README.md: LICENSE says too little in words",
                        "README.md: LICENSE says too little in words",
                        "README.md: none.png is not there");
    }
}
