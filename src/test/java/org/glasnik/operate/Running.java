package org.glasnik.operate;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.glasnik.Glasnik;

/** A Glasnik in a process of its own, to be asked, stopped and killed. */
final class Running implements AutoCloseable {
    final Process process;
    final Path data;
    final int port;
    final int healthPort;
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    private Running(Process process, Path data, int port, int healthPort) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.healthPort = healthPort;
        Thread.ofVirtual().start(this::listen);
    }

    /** Serves, and is ready when this returns. */
    static Running serve(Path data, Map<String, String> environment) throws Exception {
        int port = Ports.free(Machine.loopback(), 0);
        Map<String, String> all = new HashMap<>(environment);
        all.putIfAbsent("GLASNIK_BASE_URL", "http://localhost:" + port);
        return start(data, port, all, "serve", "--port", "" + port);
    }

    static Running start(Path data, int port, Map<String, String> environment, String... words) throws Exception {
        int health = Ports.free(Machine.loopback(), 0);
        ProcessBuilder builder = new ProcessBuilder(java(words));
        builder.environment().put("GLASNIK_DATA", data.toString());
        builder.environment().put("GLASNIK_HEALTH_PORT", "" + health);
        builder.environment().putAll(environment);
        Running running = new Running(builder.redirectErrorStream(true).start(), data, port, health);
        try {
            await(Duration.ofSeconds(90), () -> {
                if (!running.process.isAlive()) {
                    throw new IllegalStateException("ended");
                }
                return running.health("ready") == 200;
            });
        } catch (AssertionError e) {
            running.close();
            throw new AssertionError(running.said(), e);
        }
        return running;
    }

    /** A command that ends: its exit code and what it printed. */
    record Ended(int code, String said) {}

    static Ended command(Map<String, String> environment, String... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(java(words)).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    static List<String> java(String... words) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx300m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                Glasnik.class.getName()));
        command.addAll(List.of(words));
        return command;
    }

    /** The product without its tests, whose parts would be taken for its own. */
    private static String classPath() {
        return Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(java.io.File.pathSeparator))
                .filter(part -> !part.endsWith("test-classes"))
                .collect(java.util.stream.Collectors.joining(java.io.File.pathSeparator));
    }

    private void listen() {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said.add(line);
            }
        } catch (IOException e) {
            // It was killed.
        }
    }

    String said() {
        synchronized (said) {
            return String.join("\n", said);
        }
    }

    int health(String which) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:%d/health/%s".formatted(healthPort, which)))
                                    .timeout(Duration.ofSeconds(4))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
            return client.send(
                    headers.length == 0
                            ? request.build()
                            : request.headers(headers).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("database/data/postmaster.pid"))
                .getFirst()
                .strip());
    }

    /** A zombie, which nobody may have reaped in a container, does not live: it has no command line. */
    static boolean lives(ProcessHandle process) {
        try {
            Path line = Path.of("/proc", "" + process.pid(), "cmdline");
            return process.isAlive() && (!Files.exists(Path.of("/proc/self")) || Files.readAllBytes(line).length > 0);
        } catch (IOException e) {
            return false;
        }
    }

    /** The database's processes, as they are now. */
    List<ProcessHandle> database() throws IOException {
        ProcessHandle root = ProcessHandle.of(postmaster()).orElseThrow();
        return Stream.concat(Stream.of(root), root.descendants()).toList();
    }

    /** Asks until the answer is true; how long that took. An error counts as "not yet". */
    static Duration await(Duration limit, Callable<Boolean> condition) throws InterruptedException {
        long begin = System.nanoTime();
        while (true) {
            try {
                if (condition.call()) {
                    return Duration.ofNanos(System.nanoTime() - begin);
                }
            } catch (IllegalStateException e) {
                throw new AssertionError(e);
            } catch (Exception notYet) {
                // Asked again below.
            }
            if (System.nanoTime() - begin > limit.toNanos()) {
                throw new AssertionError("not within " + limit);
            }
            Thread.sleep(50);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.toHandle().destroy();
        if (!process.waitFor(40, java.util.concurrent.TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
