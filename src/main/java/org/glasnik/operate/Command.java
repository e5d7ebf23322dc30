package org.glasnik.operate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The commands with what may follow them. */
enum Command {
    DEMO(0, 0, Set.of("port", "data"), Set.of("no-open")),
    SERVE(0, 0, Set.of("port", "address", "data"), Set.of()),
    CHECK(0, 0, Set.of("data"), Set.of()),
    BACKUP(1, 1, Set.of("data", "passphrase-file"), Set.of("encrypt")),
    RESTORE(1, 1, Set.of("data", "passphrase-file"), Set.of("over-existing")),
    DEEDS(1, 1, Set.of("data", "head"), Set.of()),
    IMPORT(1, 2, Set.of("data", "map", "set"), Set.of("dry-run", "skip-bad")),
    OPERATOR(3, 3, Set.of("data"), Set.of()),
    VERSION(0, 0, Set.of(), Set.of()),
    HELP(0, 1, Set.of(), Set.of());

    final int fewest;
    final int most;
    /** Options with a value. */
    final Set<String> options;
    /** Options without. */
    final Set<String> switches;

    Command(int fewest, int most, Set<String> options, Set<String> switches) {
        this.fewest = fewest;
        this.most = most;
        this.options = options;
        this.switches = switches;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Command> of(String word) {
        return Arrays.stream(values()).filter(c -> c.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Command::word).toList();
    }
}
