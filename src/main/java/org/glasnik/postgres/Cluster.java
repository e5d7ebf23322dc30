package org.glasnik.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** The files of the server: made on first use, with a password. */
final class Cluster {

    static final String USER = "glasnik";
    private static final String MAJOR = "18";

    // Sorting is PostgreSQL's own C.UTF-8 either way. But pg_trgm and full text search ask the system's LC_CTYPE what a
    // letter is: with C, a Cyrillic word has no trigrams at all.
    private static final List<String> LETTERS = List.of("C.UTF-8", "en_US.UTF-8");

    private Cluster() {}

    static void prepare(Home home, Path software, Account account) {
        try {
            if (!Files.exists(home.data())) {
                write(home, account, newPassword());
                initialise(home, software, account);
                return;
            }
            var version = home.data().resolve("PG_VERSION");
            if (!Files.exists(version)) {
                throw new PostgresException(
                        "%s holds no PostgreSQL database. Move it away, or give Glasnik another directory."
                                .formatted(home.data()));
            }
            if (!Files.readString(version).strip().equals(MAJOR)) {
                throw new PostgresException(
                        "The database in %s was made by PostgreSQL %s, and this Glasnik brings %s. Start it with the Glasnik that made it, take a backup there, and restore that here."
                                .formatted(
                                        home.data(), Files.readString(version).strip(), MAJOR));
            }
            if (!Files.exists(home.password())) {
                replacePassword(home, software, account);
            }
        } catch (IOException e) {
            throw new PostgresException(
                    "The database in %s cannot be read or made: %s. Look at the rights of that directory and the space on the disk."
                            .formatted(home.dir(), e.getMessage()),
                    e);
        }
    }

    static String password(Home home) {
        try {
            return Files.readString(home.password()).strip();
        } catch (IOException e) {
            throw new PostgresException(
                    "The password file %s cannot be read. Start Glasnik as the user that owns it."
                            .formatted(home.password()),
                    e);
        }
    }

    private static void initialise(Home home, Path software, Account account) throws IOException {
        for (var leftover : Home.list(home.dir(), "data.new-")) {
            Home.deleteTree(leftover);
        }
        var output = "";
        for (var letters : LETTERS) {
            var fresh = home.dir().resolve("data.new-" + Long.toHexString(System.nanoTime()));
            var result = Command.run(
                    home.dir(),
                    Command.join(
                            account.prefix(),
                            List.of(
                                    software.resolve("bin/initdb").toString(),
                                    "--pgdata=" + fresh,
                                    "--username=" + USER,
                                    "--pwfile=" + home.password(),
                                    "--auth=scram-sha-256",
                                    "--encoding=UTF8",
                                    "--locale-provider=builtin",
                                    "--builtin-locale=C.UTF-8",
                                    "--locale=C",
                                    "--lc-ctype=" + letters,
                                    "--data-checksums",
                                    "--no-instructions")));
            if (result.ok()) {
                // Under its name only when finished: a start that was killed begins anew.
                Files.move(fresh, home.data(), StandardCopyOption.ATOMIC_MOVE);
                return;
            }
            output = result.output();
        }
        throw new PostgresException(
                "PostgreSQL could not make its database in %s. It said: %s. It needs 100 MB of disk, glibc (not musl), a user that /etc/passwd knows, and the locale C.UTF-8 or en_US.UTF-8."
                        .formatted(home.dir(), output.strip()));
    }

    /** A backup of the data without the password is a backup all the same. */
    private static void replacePassword(Home home, Path software, Account account) throws IOException {
        var password = newPassword();
        var result = Command.run(
                home.dir(),
                Command.join(
                        account.prefix(),
                        List.of(
                                software.resolve("bin/postgres").toString(),
                                "--single",
                                "-D",
                                home.data().toString(),
                                "postgres")),
                "alter role %s password '%s'%n".formatted(USER, password));
        if (!result.ok() || result.output().contains("ERROR")) {
            throw new PostgresException(
                    "The password file %s is gone, and a new password could not be set. Put the file back from a backup."
                            .formatted(home.password()));
        }
        write(home, account, password);
    }

    private static void write(Home home, Account account, String password) throws IOException {
        Files.deleteIfExists(home.password());
        Files.createFile(
                home.password(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(home.password(), password + "\n");
        account.own(home.password());
    }

    private static String newPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
