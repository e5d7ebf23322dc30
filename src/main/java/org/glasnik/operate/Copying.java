package org.glasnik.operate;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.glasnik.backup.BackingUp;
import org.glasnik.backup.Presence;
import org.glasnik.backup.Restorations;
import org.glasnik.backup.Restoring;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.personal.ErasingAgain;

/** {@code ./glasnik backup} and {@code ./glasnik restore}. */
record Copying(Installation installation, Arguments arguments, PrintStream out, Clock clock) {
    /** The installation as the object of deeds. */
    static final UUID WHOLE = new UUID(0, 0);

    int backup() throws Exception {
        char[] passphrase = arguments.has("encrypt") ? passphrase().fresh() : null;
        BackingUp.Copy copy;
        try (Database database = installation.reach();
                Connection connection = database.connect()) {
            settle(connection);
            copy = BackingUp.write(connection, installation.data(), file(), passphrase, clock.instant());
            note(database.source(), copy);
        }
        out.println("Written to %s: %d tables with %d rows, %d files; %.1f MB%s."
                .formatted(
                        copy.file(),
                        copy.tables(),
                        copy.rows(),
                        copy.files(),
                        copy.bytes() / 1e6,
                        copy.encrypted() ? ", sealed with the passphrase" : ""));
        if (!copy.encrypted()) {
            out.println("Whoever has this file has everything: keep it where only you can read it, or add --encrypt.");
        }
        return CommandLine.DONE;
    }

    private void settle(Connection connection) throws Exception {
        if (!Presence.announce(connection)) {
            throw new Refusal("A restore into this database is under way. Wait until it has ended.");
        }
        Restoring.settle(connection, installation.data());
    }

    /** A copy of everyone's data is a deed. */
    private void note(DataSource source, BackingUp.Copy copy) throws SQLException {
        try (Beans beans = new Beans(source, installation.data());
                Connection connection = source.getConnection()) {
            Restorations.written(connection, copy, clock.instant());
            beans.get(Deeds.class)
                    .recordOwn(Deed.of("backup.written", "installation", WHOLE)
                            .with("bytes", null, copy.bytes())
                            .with("encrypted", null, copy.encrypted()));
        }
    }

    int restore() throws Exception {
        Path file = file();
        Restoring.Restored restored;
        AtomicInteger left = new AtomicInteger();
        try (Database database = installation.start();
                Connection connection = database.connect()) {
            restored = new Restoring(
                            connection,
                            installation.data(),
                            file,
                            () -> passphrase().known(),
                            clock)
                    .run(arguments.has("over-existing"), (transaction, done) -> left.set(last(transaction, done)));
        }
        out.println(String.format(
                Locale.ROOT,
                "Restored from %s, as it was at %s: %d tables with %d rows, %d files. Everybody signs in again.",
                file,
                restored.copiedAt(),
                restored.tables(),
                restored.rows(),
                restored.files()));
        if (left.get() > 0) {
            out.println("Somebody who was erased since then is back, as the only operator: an installation keeps one."
                    + " Add another with ./glasnik operator add MAIL NAME; the erasure is then repeated in the night.");
        }
        return CommandLine.DONE;
    }

    /** How many of the erased could not be erased again. */
    private int last(DataSource transaction, Restoring.Restored restored) throws SQLException {
        // The copy may know nothing of an erasure since.
        int left = ErasingAgain.reapply(transaction, installation.data(), clock).left();
        try (Beans beans = new Beans(transaction, installation.data())) {
            beans.get(Deeds.class)
                    .recordOwn(Deed.of("backup.restored", "installation", WHOLE)
                            .with("copiedAt", null, restored.copiedAt()));
        }
        return left;
    }

    private Passphrase passphrase() {
        return new Passphrase(installation, arguments);
    }

    private Path file() {
        String name = arguments.words().getFirst();
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw Refusal.misunderstood("\"%s\" cannot be the name of a file.".formatted(name));
        }
    }
}
