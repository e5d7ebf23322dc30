package org.glasnik.operate;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The passphrase of a backup: from a file, from the environment, or asked for where someone sits. */
record Passphrase(Installation installation, Arguments arguments) {
    private static final int SHORTEST = 12;

    /** To seal with: typed twice, and not a short one. */
    char[] fresh() {
        char[] passphrase = given().orElseGet(() -> {
            char[] first = asked("Passphrase for the backup: ");
            if (!Arrays.equals(first, asked("The same again: "))) {
                throw new Refusal("The two differ. Nothing was written.");
            }
            return first;
        });
        if (passphrase.length < SHORTEST) {
            throw new Refusal("The passphrase is too short: take %d characters or more.".formatted(SHORTEST));
        }
        return passphrase;
    }

    char[] known() {
        return given().orElseGet(() -> asked("Passphrase of the backup: "));
    }

    private Optional<char[]> given() {
        return arguments
                .option("passphrase-file")
                .map(Passphrase::firstLine)
                .or(() -> installation.set("GLASNIK_BACKUP_PASSPHRASE"))
                .map(String::toCharArray);
    }

    private static String firstLine(String file) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException | java.nio.file.InvalidPathException | java.io.UncheckedIOException e) {
            throw new Refusal("The passphrase file %s cannot be read.".formatted(file));
        }
    }

    private static char[] asked(String question) {
        Console console = System.console();
        char[] answer = console == null || !console.isTerminal() ? null : console.readPassword(question);
        if (answer == null) {
            throw new Refusal("There is nobody to ask for the passphrase. Give it with --passphrase-file FILE or in"
                    + " GLASNIK_BACKUP_PASSPHRASE.");
        }
        return answer;
    }
}
