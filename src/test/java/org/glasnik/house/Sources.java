package org.glasnik.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this checkout. */
final class Sources {
    static final Path JAVA = Path.of("src/main/java/org/glasnik");
    static final Path TEMPLATES = Path.of("src/main/jte");
    static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    private Sources() {}

    static List<Path> files(Path root, String ending) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares a generated document with the file in docs; {@code -Ddocs.write} writes it instead. */
    static void sameAsDocument(Path document, String generated) {
        try {
            if (Boolean.getBoolean("docs.write")) {
                Files.createDirectories(document.getParent());
                Files.writeString(document, generated);
            }
            String kept = Files.exists(document) ? Files.readString(document) : "";
            if (!kept.equals(generated)) {
                Path fresh = Path.of("target", document.getFileName().toString());
                Files.writeString(fresh, generated);
                throw new AssertionError(document + " is stale: compare it with " + fresh
                        + ", or write it anew with mvn test -Dtest='org.glasnik.house.*' -Ddocs.write=true");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
