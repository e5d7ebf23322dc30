package org.glasnik.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs other programs, with an environment of our own: a stray PGPORT or LANG of the user must not reach PostgreSQL. */
final class Command {

    private static final String PATH =
            Objects.requireNonNullElse(System.getenv("PATH"), "") + ":/usr/sbin:/usr/bin:/sbin:/bin";

    /** Exit code and what was printed, errors included. */
    record Result(int code, String output) {
        boolean ok() {
            return code == 0;
        }
    }

    private Command() {}

    static Optional<String> find(String program) {
        return Arrays.stream(PATH.split(File.pathSeparator))
                .filter(dir -> dir.startsWith("/"))
                .map(dir -> Path.of(dir, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    static ProcessBuilder builder(Path dir, List<String> command) {
        var builder = new ProcessBuilder(command).directory(dir.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", PATH);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder;
    }

    static Result run(Path dir, List<String> command) {
        return run(dir, command, "");
    }

    static Result run(Path dir, List<String> command, String input) {
        try {
            var process = builder(dir, command).redirectErrorStream(true).start();
            try (var out = process.getOutputStream()) {
                out.write(input.getBytes(UTF_8));
            } catch (IOException ended) {
                // It did not want its input; its exit code tells more.
            }
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            return new Result(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(130, "interrupted");
        }
    }

    /**
     * Puts the program into a session of its own: Ctrl-C in the terminal goes to the whole foreground group, and the database
     * would be gone before the application has closed its connections. macOS has no setsid, but a perl.
     */
    static List<String> detached(List<String> command) {
        var own = find("setsid")
                .map(List::of)
                .or(() -> find("perl").map(p -> List.of(p, "-MPOSIX=setsid", "-e", "setsid; exec @ARGV or exit 127")))
                .orElse(List.of());
        return join(own, command);
    }

    static List<String> join(List<String> first, List<String> second) {
        return new ArrayList<>(Stream.concat(first.stream(), second.stream()).toList());
    }

    /** The JDK sends TERM and KILL only; to PostgreSQL INT means a fast stop, QUIT an immediate one. */
    static void signal(String name, long pid) {
        run(Path.of("/"), List.of("sh", "-c", "kill -\"$1\" \"$2\"", "sh", name, Long.toString(pid)));
    }
}
