package org.glasnik.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Glasnik of its own, to be killed. */
final class Child implements AutoCloseable {

    final Process process;
    final List<String> words;

    private Child(Process process, List<String> words) {
        this.process = process;
        this.words = words;
    }

    /** Waits until the database of the child runs, or could not be started. */
    static Child start(Path dir, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Child.class.getName(),
                        dir.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        var process = builder.start();
        var reader = process.inputReader();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("child ")) {
                return new Child(
                        process, List.of(line.substring("child ".length()).split(" ")));
            }
        }
        throw new AssertionError("the child said nothing");
    }

    long postmaster() {
        return Long.parseLong(words.get(0));
    }

    long watchdog() {
        return Long.parseLong(words.get(1));
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static void main(String[] args) throws Exception {
        try (var postgres = EmbeddedPostgres.start(Path.of(args[0]))) {
            Homes.execute(
                    postgres, "create table if not exists kept (at timestamptz)", "insert into kept values (now())");
            if (System.getenv("BUSY") != null) {
                var connection = Homes.connect(postgres);
                var _ = Thread.ofVirtual().start(() -> Homes.busy(connection));
                Homes.await(
                        Duration.ofSeconds(5),
                        () -> Homes.ask(postgres, Homes.BUSY).equals("1"));
            }
            System.out.println("child " + postgres.pid() + " " + postgres.watchdogPid());
            Thread.sleep(60_000);
        } catch (PostgresException e) {
            System.out.println("child " + e.getMessage());
        }
    }
}
