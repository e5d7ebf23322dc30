package org.glasnik.namematch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.glasnik.registry.BodyKind;

/** Words around a name that say what it is the name of: of no use in telling two hromadas apart. */
final class GenericWords {
    /**
     * A name without them.
     *
     * @param kinds what they say of its kind; empty where they say nothing
     * @param types town, settlement or village, as written
     */
    record Bare(String name, Set<BodyKind> kinds, Set<String> types) {
        boolean stripped() {
            return !kinds.isEmpty();
        }
    }

    private record Pattern(boolean before, String words, Set<BodyKind> kinds) {}

    private final List<Pattern> patterns;

    private GenericWords(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    /** From the module's own list. */
    static GenericWords own() {
        try (InputStream in = GenericWords.class.getResourceAsStream("generic-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("generic-words.txt is not there");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static GenericWords of(String lines) {
        List<Pattern> patterns = new ArrayList<>();
        for (String line :
                lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
            String[] parts = line.split("\\s*\\|\\s*", -1);
            if (parts.length != 2 || !parts[1].matches("_ .+|.+ _")) {
                throw new IllegalArgumentException("No kinds and words: " + line);
            }
            EnumSet<BodyKind> kinds = EnumSet.noneOf(BodyKind.class);
            for (String tag : parts[0].split(" ")) {
                if (!tag.equals("type")) {
                    kinds.add(BodyKind.ofTag(tag).orElseThrow(() -> new IllegalArgumentException(line)));
                }
            }
            patterns.add(
                    new Pattern(parts[1].endsWith(" _"), NameFold.of(parts[1].replaceFirst("^_ | _$", "")), kinds));
        }
        // The longest first: "міська рада" before "рада".
        patterns.sort((a, b) -> b.words.length() - a.words.length());
        return new GenericWords(List.copyOf(patterns));
    }

    /** @param folded by {@link NameFold} */
    Bare bare(String folded) {
        String name = folded;
        EnumSet<BodyKind> kinds = EnumSet.noneOf(BodyKind.class);
        Set<String> types = new TreeSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Pattern pattern : patterns) {
                // A type is one only beside the word that it belongs to: "Селищна" alone is a name.
                boolean type = pattern.kinds.isEmpty();
                String rest = type && kinds.isEmpty() ? name : without(name, pattern);
                if (!rest.equals(name)) {
                    name = rest;
                    more = true;
                    if (type) {
                        types.add(pattern.words);
                    } else if (kinds.isEmpty()) {
                        kinds.addAll(pattern.kinds);
                    }
                    break;
                }
            }
        }
        return new Bare(name, kinds, types);
    }

    private static String without(String name, Pattern pattern) {
        if (pattern.before) {
            return name.startsWith(pattern.words + " ") ? name.substring(pattern.words.length() + 1) : name;
        }
        return name.endsWith(" " + pattern.words)
                ? name.substring(0, name.length() - pattern.words.length() - 1)
                : name;
    }
}
