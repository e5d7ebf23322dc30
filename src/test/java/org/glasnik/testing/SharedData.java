package org.glasnik.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real data beside the project, which are read from there. Where they are absent a test is skipped and says so. */
public final class SharedData {
    /** Continuous integration knows a skip by these words, and reports what was not measured without failing. */
    private static final String ABSENT = "is not among the shared data here: not measured";

    private SharedData() {}

    /** A file of them, such as {@code authorities/ua_hromadas_katottg.tsv}. */
    public static Path file(String name) {
        Path file = Path.of("../shared/data", name);
        Assumptions.assumeTrue(Files.exists(file), name + " " + ABSENT);
        return file;
    }
}
