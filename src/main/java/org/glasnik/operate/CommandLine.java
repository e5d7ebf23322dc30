package org.glasnik.operate;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glasnik.backup.BackupException;
import org.glasnik.postgres.PostgresException;

/** What {@code ./glasnik} does. It speaks English: it is read by who runs the machine, and by scripts. */
public final class CommandLine {
    /** The command goes on in the background until it is told to stop. */
    public static final int RUNNING = -1;

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUNDERSTOOD = 2;

    private final Class<?> application;
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final Clock clock = Clock.systemUTC();

    /** @param application what {@code serve} and {@code demo} start */
    public CommandLine(Class<?> application, PrintStream out, PrintStream err, Map<String, String> environment) {
        this.application = application;
        this.out = out;
        this.err = err;
        this.environment = environment;
    }

    /** The exit code, or {@link #RUNNING}. */
    public int run(String... words) {
        try {
            return run(Arguments.parse(List.of(words)));
        } catch (Refusal e) {
            err.println(e.getMessage());
            return e.code();
        } catch (PostgresException | BackupException e) {
            err.println(e.getMessage());
            return FAILED;
        } catch (Exception e) {
            err.println("This went wrong unexpectedly: " + e);
            e.printStackTrace(err);
            return FAILED;
        }
    }

    private int run(Arguments arguments) throws Exception {
        Command command = arguments.command();
        if (command != Command.HELP && command != Command.VERSION) {
            Quiet.logging();
        }
        return switch (command) {
            case HELP -> help(arguments);
            case VERSION -> version();
            case DEMO ->
                new Serving(application, Installation.of(arguments, environment, Installation.DEMO), arguments, out)
                        .demo();
            case SERVE ->
                new Serving(application, Installation.of(arguments, environment, Installation.LIVE), arguments, out)
                        .serve();
            case CHECK -> new Checking(Installation.present(arguments, environment), out, clock).run();
            case DEEDS -> new CheckingDeeds(Installation.present(arguments, environment), arguments, out).run();
            case IMPORT -> new ImportingTables(Installation.present(arguments, environment), arguments, out).run();
            case OPERATOR -> new AddingOperator(Installation.present(arguments, environment), arguments, out).run();
            case BACKUP -> new Copying(Installation.present(arguments, environment), arguments, out, clock).backup();
            case RESTORE ->
                new Copying(Installation.of(arguments, environment, Installation.LIVE), arguments, out, clock)
                        .restore();
        };
    }

    private int version() {
        out.println("Glasnik "
                + Objects.requireNonNullElse(application.getPackage().getImplementationVersion(), "(unpackaged)"));
        out.println("Java " + Runtime.version());
        return DONE;
    }

    /** Sections of one text, parted by lines that begin with "== ". */
    private int help(Arguments arguments) {
        String about = arguments.words().isEmpty() ? "" : arguments.words().getFirst();
        if (!about.isEmpty() && Command.of(about).isEmpty()) {
            throw Refusal.misunderstood(
                    "There is no command \"%s\". There are: %s.".formatted(about, String.join(", ", Command.words())));
        }
        for (String section : text().split("(?m)^== ")) {
            int end = section.indexOf('\n');
            if (section.substring(0, Math.max(0, end)).strip().equals(about.isEmpty() ? "glasnik" : about)) {
                out.print(section.substring(end + 1).stripTrailing() + "\n");
            }
        }
        return DONE;
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(CommandLine.class.getResourceAsStream("/operate/help.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
