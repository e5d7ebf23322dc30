package org.glasnik.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Locale;

/**
 * Whom PostgreSQL runs as, since it refuses root. An ordinary user runs it as is. For root, whoever owns the files runs it:
 * if that is root, then in a user namespace without a mapping, where PostgreSQL sees an unknown user and the kernel goes on
 * seeing root without privileges.
 *
 * @param prefix words to put before each command
 * @param uid owner of all files, or -1 where there is nothing to give away
 */
record Account(Way way, List<String> prefix, int uid, int gid) {

    enum Way {
        PLAIN,
        UNSHARE,
        SETPRIV
    }

    static Account choose(Home home) {
        if (new UnixSystem().getUid() != 0) {
            return plain(home);
        }
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")) {
            throw new PostgresException(
                    "PostgreSQL does not run as root. Start Glasnik as an ordinary user, or set GLASNIK_DATABASE_URL to a PostgreSQL of your own.");
        }
        boolean made = Files.exists(home.data());
        int owner = number(made ? home.data() : home.dir(), "unix:uid");
        var named = Command.run(home.dir(), List.of("id", "-un", Integer.toString(owner)));
        if (owner != 0 && (made || named.ok())) {
            return setpriv(home, owner, number(made ? home.data() : home.dir(), "unix:gid"));
        }
        var unshare = of(home, Way.UNSHARE);
        return works(home, unshare) ? unshare : of(home, Way.SETPRIV);
    }

    /** Also for tests, which try each way. */
    static Account of(Home home, Way way) {
        return switch (way) {
            case PLAIN -> plain(home);
            case UNSHARE -> {
                var account = new Account(way, List.of("unshare", "-U"), 0, 0);
                account.ownAll(home);
                yield account;
            }
            case SETPRIV -> setpriv(home, nobody(home, "-u"), nobody(home, "-g"));
        };
    }

    private static Account plain(Home home) {
        var account = new Account(Way.PLAIN, List.of(), -1, -1);
        if (!Files.isWritable(Files.exists(home.data()) ? home.data() : home.dir())) {
            throw new PostgresException(
                    "The database in %s belongs to another user. Start Glasnik as that user, or give it the files with chown -R."
                            .formatted(home.dir()));
        }
        return account;
    }

    private static Account setpriv(Home home, int uid, int gid) {
        var account = new Account(
                Way.SETPRIV, List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"), uid, gid);
        if (Command.find("setpriv").isEmpty()) {
            throw new PostgresException(
                    "PostgreSQL does not run as root, and neither unshare nor setpriv (package util-linux) works here. Start Glasnik as an ordinary user.");
        }
        account.ownAll(home);
        if (!works(home, account)) {
            throw new PostgresException(
                    "PostgreSQL does not run as root, and user %d, whom it should run as, cannot reach %s%s. Start Glasnik as an ordinary user, or open the way there (chmod o+x)."
                            .formatted(uid, home.dir(), closed(home.dir())));
        }
        return account;
    }

    private static boolean works(Home home, Account account) {
        // By its full name, for the way there may be closed.
        var test = List.of(
                "sh",
                "-c",
                "test \"$(id -u)\" != 0 && test -w \"$1\" && test -x \"$1\"",
                "sh",
                home.dir().toString());
        return Command.run(home.dir(), Command.join(account.prefix, test)).ok();
    }

    private static String closed(Path dir) {
        for (var parent = dir.getParent(); parent != null; parent = parent.getParent()) {
            try {
                if (!Files.getPosixFilePermissions(parent).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return ", since %s is closed to others".formatted(parent);
                }
            } catch (IOException e) {
                return "";
            }
        }
        return "";
    }

    private static int nobody(Home home, String which) {
        try {
            return Integer.parseInt(Command.run(home.dir(), List.of("id", which, "nobody"))
                    .output()
                    .strip());
        } catch (NumberFormatException e) {
            throw new PostgresException(
                    "PostgreSQL does not run as root, and this machine has no user 'nobody'. Start Glasnik as an ordinary user.",
                    e);
        }
    }

    /** What root makes must stay readable for the owner, who may start the next time. */
    void own(Path file) {
        try {
            if (uid >= 0 && number(file, "unix:uid") != uid) {
                Files.setAttribute(file, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new PostgresException("The file %s cannot be given to user %d.".formatted(file, uid), e);
        }
    }

    private void ownAll(Home home) {
        if (number(home.dir(), "unix:uid") == uid
                && (!Files.exists(home.data()) || number(home.data(), "unix:uid") == uid)) {
            return;
        }
        own(home.dir());
        for (var part : home.parts()) {
            if (Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
                try (var files = Files.walk(part)) {
                    files.forEach(this::own);
                } catch (IOException e) {
                    throw new PostgresException("The files in %s cannot be given to user %d.".formatted(part, uid), e);
                }
            }
        }
    }

    private static int number(Path file, String attribute) {
        try {
            return (Integer) Files.getAttribute(file, attribute, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new PostgresException("The owner of %s cannot be read.".formatted(file), e);
        }
    }
}
