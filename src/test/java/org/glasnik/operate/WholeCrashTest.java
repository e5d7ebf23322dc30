package org.glasnik.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.glasnik.access.PersonId;
import org.glasnik.identity.People;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;
import org.glasnik.postgres.EmbeddedPostgres;
import org.glasnik.postgres.RunningPostgres;
import org.glasnik.signin.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * People sign in and write while kill -9 strikes Glasnik, PostgreSQL or both. What the browser was told is done is looked for
 * afterwards. This says nothing of a power cut: the page cache of the system survives a kill.
 */
@Tag("soak")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Glasnik runs on Linux and macOS; kill -9 is sent")
class WholeCrashTest {
    private static final int CLIENTS = 6;
    private static final int LINKS = 400;

    @TempDir
    Path temp;

    private final Set<String> signedIn = ConcurrentHashMap.newKeySet();
    private final Set<String> written = ConcurrentHashMap.newKeySet();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

    private enum Target {
        GLASNIK,
        POSTGRES,
        BOTH
    }

    /** A person of one's own each, so that nobody waits for another's row. */
    private record Link(PersonId person, String token) {}

    @Test
    void nothingThatWasAcknowledgedIsLost() throws Exception {
        Path data = Seed.copy(temp.resolve("data"));
        int rounds = Integer.getInteger("soak.rounds", 1);
        Deque<Target> targets = new ArrayDeque<>();
        for (int round = 0; round < rounds; round++) {
            // Each comes; for few rounds the hardest first.
            targets.add(Target.values()[(2 - round % 3 + 3) % 3]);
        }
        int lost = 0;
        for (Target target : targets) {
            lost += round(data, target);
        }
        System.out.printf(
                "whole crash: %d rounds, %d sign-ins and %d writes acknowledged, %d lost%n",
                rounds, signedIn.size(), written.size(), lost);
        assertThat(signedIn.size()).isGreaterThan(2 * rounds);
        assertThat(written.size()).isGreaterThan(2 * rounds);
        assertThat(lost).isZero();
        assertThat(new TreeSet<>(answers))
                .as("no answer blames nobody knows whom")
                .doesNotContain(500);
    }

    /** The control: the same rounds find a loss where a commit does not wait for the disk. */
    @Test
    void withoutSynchronousCommitItIs() throws Exception {
        Path data = Seed.copy(temp.resolve("data"));
        int lost = 0;
        for (int round = 0; round < 6 && lost == 0; round++) {
            lost += round(data, Target.BOTH, "synchronous_commit = off", "wal_writer_delay = '10s'");
        }
        assertThat(lost).isPositive();
    }

    private int round(Path data, Target target, String... careless) throws Exception {
        Running running = Running.serve(data, Map.of());
        try {
            if (careless.length > 0) {
                carelessly(data, careless);
            }
            List<Link> links = links(data);
            AtomicBoolean over = new AtomicBoolean();
            List<Thread> visitors = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                List<Link> own = links.subList(i * LINKS / CLIENTS, (i + 1) * LINKS / CLIENTS);
                visitors.add(Thread.ofVirtual().start(() -> visit(running, own, over)));
            }
            int before = signedIn.size() + written.size();
            Running.await(Duration.ofSeconds(60), () -> signedIn.size() + written.size() > before + 20);
            Thread.sleep(ThreadLocalRandom.current().nextInt(100, 1500));
            List<ProcessHandle> database = running.database();
            List<ProcessHandle> victims = Stream.concat(
                            target == Target.GLASNIK ? Stream.of() : database.stream(),
                            target == Target.POSTGRES ? Stream.of() : Stream.of(running.process.toHandle()))
                    .toList();
            victims.forEach(ProcessHandle::destroyForcibly);
            if (target == Target.POSTGRES) {
                Running.await(Duration.ofSeconds(30), () -> running.health("ready") == 200 && signedInAgain(running));
                over.set(true);
            }
            over.set(true);
            for (Thread visitor : visitors) {
                visitor.join();
            }
            if (target != Target.POSTGRES) {
                assertThat(running.process.waitFor(10, java.util.concurrent.TimeUnit.SECONDS))
                        .isTrue();
                Running.await(Duration.ofSeconds(15), () -> database.stream().noneMatch(Running::lives));
            }
        } finally {
            running.close();
        }
        if (answers.contains(500)) {
            System.out.println(running.said());
        }
        if (careless.length > 0) {
            return carefully(data);
        }
        // The next start recovers; then everything is looked for.
        try (Running again = Running.serve(data, Map.of())) {
            return lost(again.data);
        }
    }

    private static boolean signedInAgain(Running running) throws Exception {
        return running.get("/sign-in").statusCode() == 200;
    }

    private void visit(Running running, List<Link> links, AtomicBoolean over) {
        for (Link link : links) {
            if (over.get()) {
                return;
            }
            try (Visitor visitor = new Visitor(running.port)) {
                String path = "/sign-in/link/" + link.token();
                HttpResponse<String> entered = visitor.send(path, path, Map.of());
                answers.add(entered.statusCode());
                if (entered.statusCode() != 302) {
                    continue;
                }
                signedIn.add(link.person().toString());
                String name = "N" + Long.toHexString(ThreadLocalRandom.current().nextLong());
                HttpResponse<String> changed =
                        visitor.send("/account/profile", "/account/profile", Map.of("name", name));
                answers.add(changed.statusCode());
                if (changed.statusCode() == 302
                        && changed.headers().firstValue("Location").orElse("").endsWith("/account")) {
                    written.add(link.person() + " " + name);
                }
            } catch (IOException killed) {
                // Unknown, so not acknowledged.
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private int lost(Path data) throws Exception {
        Set<String> in = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        try (Connection connection = database(data).connect()) {
            read(connection, "select object_id::text from deed.deed where verb = 'person.signedIn'", in);
            read(connection, """
                    select p.id || ' ' || p.name from identity.person p
                    where exists (select from deed.deed d join deed.detail t on t.deed_id = d.id
                                  where d.verb = 'person.profileChanged' and d.object_id = p.id
                                    and position(p.name in t.changes) > 0)""", names);
        }
        int lost = 0;
        lost += (int) signedIn.stream().filter(person -> !in.contains(person)).count();
        lost += (int) written.stream().filter(name -> !names.contains(name)).count();
        return lost;
    }

    private static void read(Connection connection, String sql, Set<String> into) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                into.add(rows.getString(1));
            }
        }
    }

    private List<Link> links(Path data) throws Exception {
        List<Link> links = new ArrayList<>();
        try (Connection connection = database(data).connect()) {
            connection.setAutoCommit(false);
            var source = new org.springframework.jdbc.datasource.SingleConnectionDataSource(connection, true);
            try (Beans beans = new Beans(source, data)) {
                for (int i = 0; i < LINKS; i++) {
                    MailAddress mail = MailAddress.of("v" + Long.toHexString(System.nanoTime()) + i + "@town.example")
                            .orElseThrow();
                    PersonId person = beans.get(People.class)
                            .add("Хтось", mail, Language.EN, "")
                            .orElseThrow();
                    links.add(new Link(
                            person, beans.get(Tokens.class).issue("sign-in", person, "/account", Duration.ofHours(1))));
                }
            }
            connection.commit();
            try (var statement = connection.createStatement()) {
                statement.execute("checkpoint");
            }
            connection.commit();
        }
        return links;
    }

    /** For connections from now on; so that the application starts at all, it is set behind its back. */
    private static void carelessly(Path data, String... settings) throws Exception {
        try (Connection connection = database(data).connect();
                var statement = connection.createStatement()) {
            for (String setting : settings) {
                String on = setting.startsWith("wal") ? "alter system set " : "alter role glasnik set ";
                statement.execute(on + setting);
            }
            statement.execute("select pg_reload_conf()");
            // The pool's connections are of before.
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = 'glasnik' and backend_type = 'client backend'");
        }
    }

    /** Glasnik itself would refuse such a database. */
    private int carefully(Path data) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data.resolve("database"))) {
            int lost = lost(data);
            try (Connection connection = database(data).connect();
                    var statement = connection.createStatement()) {
                statement.execute("alter role " + server.user() + " reset synchronous_commit");
            }
            return lost;
        }
    }

    private static Database database(Path data) {
        return Database.beside(RunningPostgres.in(data.resolve("database")).orElseThrow());
    }
}
