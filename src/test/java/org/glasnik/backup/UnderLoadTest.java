package org.glasnik.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.glasnik.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each transaction adds a person and a body: of both there are as many, whenever one looks at one moment. */
class UnderLoadTest {
    private static final String ADD = """
            insert into identity.person (name, mail, mail_key) values ('x', '%1$s', '%1$s');
            insert into registry.body (code, kind, name_uk) values ('%1$s', 'city', 'x')""";

    @TempDir
    Path temp;

    private final AtomicBoolean going = new AtomicBoolean(true);
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void aCopyIsOfOneMoment() throws Exception {
        Path data = Files.createDirectories(temp.resolve("data"));
        try (HikariDataSource source = TestDatabase.fresh()) {
            int ahead = people(source) - bodies(source);
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                writers.add(Thread.ofVirtual().start(() -> add(source)));
            }
            while (done.get() < 50) {
                Thread.sleep(10);
            }
            int before = done.get();
            for (int i = 0; i < 3; i++) {
                Copies.write(source, data, temp.resolve("copy" + i));
            }
            int during = done.get() - before;
            boolean torn = false;
            // The control: who looks at one after the other sees what never was.
            for (int i = 0; i < 2000 && !torn; i++) {
                torn = people(source) - bodies(source) != ahead;
            }
            going.set(false);
            for (Thread writer : writers) {
                writer.join();
            }
            assertThat(during).as("written meanwhile").isPositive();
            assertThat(torn).as("two looks at two moments differ").isTrue();
            for (int i = 0; i < 3; i++) {
                try (HikariDataSource empty = TestDatabase.empty()) {
                    Copies.restore(empty, temp.resolve("here" + i), temp.resolve("copy" + i), false);
                    assertThat(people(empty) - bodies(empty)).isEqualTo(ahead);
                    assertThat(people(empty)).isGreaterThan(50);
                }
            }
        }
    }

    private void add(HikariDataSource source) {
        try (Connection connection = Copies.connect(source)) {
            connection.setAutoCommit(false);
            while (going.get()) {
                try (var statement = connection.createStatement()) {
                    statement.execute(
                            ADD.formatted("x" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE)));
                }
                connection.commit();
                done.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static int people(HikariDataSource source) throws SQLException {
        return count(source, "identity.person");
    }

    private static int bodies(HikariDataSource source) throws SQLException {
        return count(source, "registry.body");
    }

    private static int count(HikariDataSource source, String table) throws SQLException {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        }
    }
}
