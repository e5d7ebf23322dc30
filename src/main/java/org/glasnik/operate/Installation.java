package org.glasnik.operate;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.glasnik.postgres.EmbeddedPostgres;
import org.glasnik.postgres.RunningPostgres;
import org.jspecify.annotations.Nullable;

/**
 * An installation: its folder and what the environment says of it.
 *
 * @param data holds {@code database} (unless that is elsewhere) and {@code files}
 */
record Installation(Path data, Map<String, String> environment) {
    static final String LIVE = "live";
    static final String DEMO = "demo";

    /** The folder that was named, else the usual one of that name. */
    static Installation of(Arguments arguments, Map<String, String> environment, String usual) {
        Optional<String> named = arguments.option("data").or(() -> set(environment, "GLASNIK_DATA"));
        try {
            return new Installation(
                    named.map(Path::of)
                            .orElseGet(() -> home().resolve(usual))
                            .toAbsolutePath()
                            .normalize(),
                    environment);
        } catch (InvalidPathException e) {
            throw Refusal.misunderstood("\"%s\" cannot be the name of a folder.".formatted(named.orElse("")));
        }
    }

    /** The one that is there: where none was named and there is only a demo, the demo. */
    static Installation present(Arguments arguments, Map<String, String> environment) {
        Installation live = of(arguments, environment, LIVE);
        Installation demo = of(arguments, environment, DEMO);
        boolean onlyDemo =
                live.url().isEmpty() && !RunningPostgres.made(live.database()) && RunningPostgres.made(demo.database());
        return onlyDemo ? demo : live;
    }

    private static Path home() {
        return Path.of(System.getProperty("glasnik.home", "")).resolve("data");
    }

    static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    Optional<String> set(String name) {
        return set(environment, name);
    }

    Path database() {
        return data.resolve("database");
    }

    /** Of a server of the operator's own; empty for the one that Glasnik brings along. */
    Optional<DatabaseUrl> url() {
        return set("GLASNIK_DATABASE_URL")
                .map(url -> DatabaseUrl.of(url, value("GLASNIK_DATABASE_USER"), value("GLASNIK_DATABASE_PASSWORD")));
    }

    private @Nullable String value(String name) {
        return set(name).orElse(null);
    }

    /** To live in it: nobody else may. Makes it if it is not there. */
    Database start() {
        return url().map(Database::external).orElseGet(() -> Database.own(EmbeddedPostgres.start(database())));
    }

    /** To work beside whoever lives in it; started for the while if nobody does. */
    Database reach() {
        if (url().isPresent()) {
            return Database.external(url().get());
        }
        if (!made()) {
            throw new Refusal(
                    "There is no installation in %s yet. Start one (./glasnik serve), or name its folder with --data."
                            .formatted(data));
        }
        return RunningPostgres.in(database()).map(Database::beside).orElseGet(this::start);
    }

    /** Whether there is a database, or one of the operator's own is named. */
    boolean made() {
        return url().isPresent() || RunningPostgres.made(database());
    }
}
