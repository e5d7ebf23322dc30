package org.glasnik.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real data beside the project, which are read from there. Where they are absent a test is skipped and says so. */
public final class SharedData {
    /** Continuous integration knows a skip by these words, and reports what was not measured without failing. */
    private static final String ABSENT = "is not among the shared data here: not measured";

    private static final Path ALL = Path.of("../shared/data");

    private SharedData() {}

    /** A file of them, such as {@code authorities/ua_hromadas_katottg.tsv}. */
    public static Path file(String name) {
        Skip.unless(Files.isDirectory(ALL), name + " " + ABSENT);
        Path file = ALL.resolve(name);
        assertThat(file).as("one of the shared data, which are here").exists();
        return file;
    }
}
