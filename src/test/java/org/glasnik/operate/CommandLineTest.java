package org.glasnik.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glasnik.Glasnik;
import org.glasnik.importing.Directory;
import org.glasnik.platform.DemoMark;
import org.glasnik.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commands that end before anything is served, in this process. */
class CommandLineTest {
    @TempDir
    Path temp;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();

    private int run(String... words) {
        out.reset();
        err.reset();
        return new CommandLine(
                        Glasnik.class,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        environment)
                .run(words);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Map<String, String> at(HikariDataSource database) {
        environment.put("GLASNIK_DATABASE_URL", database.getJdbcUrl());
        environment.put("GLASNIK_DATABASE_USER", database.getUsername());
        environment.put("GLASNIK_DATABASE_PASSWORD", database.getPassword());
        environment.put("GLASNIK_BASE_URL", "https://programmes.example.org");
        environment.put("GLASNIK_DATA", temp.resolve("data").toString());
        environment.put("GLASNIK_PORT", "0");
        environment.put("GLASNIK_HEALTH_PORT", "0");
        return environment;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "strat | There is no command \"strat\". There are: demo, serve, check, backup, restore, deeds, import, operator, version, help.",
                "check --fast | check has no option --fast. It has --data. ./glasnik help check says more.",
                "version --data x | version has no option --data. It has none. ./glasnik help version says more.",
                "backup | backup wants more after it. ./glasnik help backup says more.",
                "backup a b | \"b\" is one word too many. ./glasnik help backup says more.",
                "backup a --passphrase-file | --passphrase-file wants a value after it. ./glasnik help backup says more.",
                "demo --port high | --port is \"high\", and a port is a number from 0 to 65535.",
                "demo --port=65536 | --port is \"65536\", and a port is a number from 0 to 65535.",
                "demo --no-open=yes | demo has no option --no-open=yes. It has --data, --no-open, --port. ./glasnik help demo says more.",
                "deeds read | It is ./glasnik deeds check. ./glasnik help deeds says more.",
                "help strat | There is no command \"strat\". There are: demo, serve, check, backup, restore, deeds, import, operator, version, help."
            })
    void whatIsNotUnderstoodIsSaid(String words, String answer) {
        assertThat(run(words.split(" "))).isEqualTo(CommandLine.MISUNDERSTOOD);
        assertThat(err().strip()).isEqualTo(answer);
        assertThat(out()).isEmpty();
    }

    /** What the launcher does not list it refuses. */
    @Test
    void theLauncherListsEachCommand() throws Exception {
        List<String> listed = Files.readAllLines(Path.of("glasnik")).stream()
                .filter(line -> line.matches(" {2}[a-z]+ .*"))
                .map(line -> line.strip().replaceFirst(" .*", ""))
                .toList();
        assertThat(listed).containsAll(Command.words());
    }

    @Test
    void eachCommandHasItsHelp() {
        assertThat(run("help")).isZero();
        String all = out();
        assertThat(run()).isZero();
        assertThat(out()).isEqualTo(all);
        for (Command command : Command.values()) {
            assertThat(all).contains("  " + command.word() + " ");
            assertThat(run("help", command.word())).isZero();
            String help = out();
            assertThat(help).startsWith("./glasnik " + command.word());
            assertThat(run(command.word(), "--help")).isZero();
            assertThat(out()).isEqualTo(help);
            command.options.forEach(option -> assertThat(help).contains("--" + option));
            command.switches.forEach(option -> assertThat(help).contains("--" + option));
        }
    }

    @Test
    void checkIsRedWhereTheDatabaseMayForget() throws Exception {
        try (HikariDataSource careless = TestDatabase.fresh()) {
            at(careless);
            assertThat(run("check")).isEqualTo(CommandLine.FAILED);
            assertThat(out().lines().filter(line -> line.startsWith("RED")))
                    .containsExactly(
                            "RED   Durability: off: fsync, full_page_writes, synchronous_commit. What is acknowledged may be lost");
            assertThat(out()).doesNotContain(careless.getPassword());
        }
    }

    @Test
    void serveRefusesADatabaseThatMayForget() throws Exception {
        try (HikariDataSource careless = TestDatabase.fresh()) {
            at(careless);
            assertThat(run("serve")).isEqualTo(CommandLine.FAILED);
            assertThat(err())
                    .contains("may lose what it has acknowledged: fsync, full_page_writes, synchronous_commit is off");
            assertThat(run("demo", "--no-open")).isEqualTo(CommandLine.FAILED);
            assertThat(err()).contains("may lose");
        }
    }

    @Test
    void serveWantsAnAddressThatIsEncrypted() {
        environment.put("GLASNIK_DATA", temp.resolve("data").toString());
        assertThat(run("serve")).isEqualTo(CommandLine.FAILED);
        assertThat(err()).startsWith("Set GLASNIK_BASE_URL");
        for (String open : new String[] {"http://programmes.example.org", "http://192.0.2.1:8080"}) {
            environment.put("GLASNIK_BASE_URL", open);
            assertThat(run("serve")).isEqualTo(CommandLine.FAILED);
            assertThat(err()).contains("must begin with https://");
        }
        for (String unclear : new String[] {
            "programmes.example.org", "https://a.example/path", "https://u@a.example", "https://", "a b"
        }) {
            environment.put("GLASNIK_BASE_URL", unclear);
            assertThat(run("serve")).as(unclear).isEqualTo(CommandLine.FAILED);
            assertThat(err()).contains("is no address of a site");
        }
        assertThat(Files.exists(temp.resolve("data"))).isFalse();
    }

    @Test
    void aTakenPortIsSaid() throws Exception {
        environment.put("GLASNIK_DATA", temp.resolve("data").toString());
        try (var taken = new java.net.ServerSocket(0, 1, Machine.loopback())) {
            assertThat(run("demo", "--port", "" + taken.getLocalPort())).isEqualTo(CommandLine.FAILED);
            assertThat(err().strip())
                    .isEqualTo("Port %d is taken. Take another: --port N, or --port 0 for any."
                            .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void anUnreachableDatabaseIsRed() {
        environment.put("GLASNIK_DATA", temp.resolve("data").toString());
        environment.put("GLASNIK_DATABASE_URL", "postgres://someone:se%40cret@127.0.0.1:1/glasnik");
        assertThat(run("check")).isEqualTo(CommandLine.FAILED);
        assertThat(out()).contains("RED   Database: does not answer").doesNotContain("cret");
        assertThat(run("backup", temp.resolve("x").toString())).isEqualTo(CommandLine.FAILED);
        assertThat(err())
                .contains("jdbc:postgresql://127.0.0.1:1/glasnik cannot be reached")
                .doesNotContain("cret");
    }

    @Test
    void thereIsNothingToCheckBeforeTheFirstStart() {
        environment.put("GLASNIK_DATA", temp.resolve("data").toString());
        assertThat(run("check")).isEqualTo(CommandLine.FAILED);
        assertThat(out()).contains("there is no installation in " + temp.resolve("data") + " yet");
        assertThat(run("backup", temp.resolve("x").toString())).isEqualTo(CommandLine.FAILED);
        assertThat(Files.exists(temp.resolve("data"))).isFalse();
    }

    @Test
    void aCopyThereAndBack() throws Exception {
        try (HikariDataSource lived = TestDatabase.fresh();
                HikariDataSource empty = TestDatabase.empty()) {
            at(lived);
            Path file = temp.resolve("copy");
            assertThat(run("backup", file.toString())).as(err()).isZero();
            assertThat(out()).startsWith("Written to " + file + ": ").contains("Whoever has this file has everything");
            assertThat(run("backup", file.toString())).isEqualTo(CommandLine.FAILED);
            assertThat(err()).contains("is already there");
            assertThat(count(lived, "backup.copy")).isEqualTo(1);

            at(empty);
            assertThat(run("restore", file.toString())).as(err()).isZero();
            assertThat(out()).startsWith("Restored from " + file);
            assertThat(count(empty, "identity.person")).isEqualTo(count(lived, "identity.person"));
            assertThat(count(empty, "deed.deed where verb = 'backup.restored'")).isEqualTo(1);
            assertThat(count(lived, "deed.deed where verb = 'backup.written'")).isEqualTo(1);

            assertThat(run("restore", file.toString())).isEqualTo(CommandLine.FAILED);
            assertThat(err()).contains("--over-existing");
            assertThat(run("restore", file.toString(), "--over-existing"))
                    .as(err())
                    .isZero();
            assertThat(run("restore", temp.resolve("none").toString())).isEqualTo(CommandLine.FAILED);

            assertThat(run("deeds", "check")).as(out()).isZero();
            assertThat(run("deeds", "check", "--head", "00")).isEqualTo(CommandLine.FAILED);
        }
    }

    /** The list of erasures lies beside the database and outlives a restore. */
    @Test
    void whoeverWasErasedSinceStaysErased() throws Exception {
        try (HikariDataSource lived = TestDatabase.fresh()) {
            at(lived);
            Path file = temp.resolve("copy");
            assertThat(run("backup", file.toString())).as(err()).isZero();
            var person = org.glasnik.testing.Cast.person(
                    org.springframework.jdbc.core.simple.JdbcClient.create(lived), "resident");
            String named = "identity.person where id = '" + person + "' and name <> ''";
            assertThat(run("restore", file.toString(), "--over-existing"))
                    .as(err())
                    .isZero();
            assertThat(count(lived, named))
                    .as("without an erasure the name comes back")
                    .isEqualTo(1);

            Files.writeString(temp.resolve("data/erasures"), "\n" + person + " 2027-03-08T12:00:00Z\n");
            assertThat(run("restore", file.toString(), "--over-existing"))
                    .as(err())
                    .isZero();
            assertThat(count(lived, named)).isZero();
        }
    }

    /** An installation keeps its last operator; whoever else was erased stays erased, and it is said. */
    @Test
    void theLastOperatorOfACopyStaysUntilThereIsAnother() throws Exception {
        try (HikariDataSource lived = TestDatabase.fresh()) {
            at(lived);
            Path file = temp.resolve("copy");
            assertThat(run("backup", file.toString())).as(err()).isZero();
            var jdbc = org.springframework.jdbc.core.simple.JdbcClient.create(lived);
            var resident = org.glasnik.testing.Cast.person(jdbc, "resident");
            var operator = org.glasnik.testing.Cast.person(jdbc, "operator");
            String at = " 2027-03-08T12:00:00Z\n";
            Files.createDirectories(temp.resolve("data"));
            Files.writeString(temp.resolve("data/erasures"), "\n" + operator + at + resident + at);
            assertThat(run("restore", file.toString(), "--over-existing"))
                    .as(err())
                    .isZero();
            assertThat(out()).contains("Add another with ./glasnik operator add MAIL NAME");
            assertThat(count(lived, "identity.person where id = '" + resident + "' and name <> ''"))
                    .isZero();
            assertThat(count(lived, "identity.person where id = '" + operator + "' and name <> ''"))
                    .isEqualTo(1);
            run("check");
            assertThat(out()).contains("warn  Erasures: somebody who was erased is back");

            Files.writeString(temp.resolve("data/erasures"), "\n" + resident + at);
            jdbc.sql("delete from personal.erasure").update();
            assertThat(run("restore", file.toString(), "--over-existing"))
                    .as(err())
                    .isZero();
            assertThat(out()).doesNotContain("Add another");
            run("check");
            assertThat(out()).doesNotContain("Erasures");
        }
    }

    @Test
    void aSealedCopyWantsALongPassphrase() throws Exception {
        try (HikariDataSource lived = TestDatabase.fresh()) {
            at(lived);
            Path file = temp.resolve("copy");
            assertThat(run("backup", file.toString(), "--encrypt")).isEqualTo(CommandLine.FAILED);
            assertThat(err()).contains("nobody to ask");
            environment.put("GLASNIK_BACKUP_PASSPHRASE", "short");
            assertThat(run("backup", file.toString(), "--encrypt")).isEqualTo(CommandLine.FAILED);
            assertThat(err()).contains("too short");
            Path secret = Files.writeString(temp.resolve("secret"), "four words are enough\nsecond line\n");
            assertThat(run("backup", file.toString(), "--encrypt", "--passphrase-file", secret.toString()))
                    .as(err())
                    .isZero();
            environment.put("GLASNIK_BACKUP_PASSPHRASE", "four words are enough");
            assertThat(run("restore", file.toString(), "--over-existing"))
                    .as(err())
                    .isZero();
        }
    }

    @Test
    void theFirstOperatorGetsALink() throws Exception {
        try (HikariDataSource empty = TestDatabase.empty()) {
            TestDatabase.migrate(empty);
            at(empty);
            assertThat(run("operator", "add", "anna", "Анна")).isEqualTo(CommandLine.MISUNDERSTOOD);
            assertThat(run("operator", "add", "anna@town.example", " ")).isEqualTo(CommandLine.MISUNDERSTOOD);
            assertThat(count(empty, "identity.person")).isZero();
            assertThat(run("operator", "add", "Anna@town.example", "Анна"))
                    .as(err())
                    .isZero();
            assertThat(out())
                    .matches(java.util.regex.Pattern.compile(
                            "Anna@town.example is an operator.*\\n.*/sign-in/link/[A-Za-z0-9_-]{43}\\n",
                            java.util.regex.Pattern.DOTALL));
            assertThat(run("operator", "add", "anna@TOWN.example", "Інша"))
                    .as(err())
                    .isZero();
            assertThat(count(empty, "identity.person where operator and name = 'Анна'"))
                    .isEqualTo(1);
            assertThat(count(empty, "deed.deed where verb = 'operator.added'")).isEqualTo(1);
        }
    }

    @Test
    void aTableComesInAndGoesOut() throws Exception {
        try (HikariDataSource lived = TestDatabase.fresh()) {
            at(lived);
            String before = Directory.register(JdbcClient.create(lived));
            Path file = Files.writeString(temp.resolve("bodies.csv"), """
                    id;title;parent
                    CL-2;Друга;CL-1
                    CL-1;Перша;
                    """);
            String table = file.toString();
            assertThat(run("import", "bodies", table)).isEqualTo(CommandLine.MISUNDERSTOOD);
            assertThat(err())
                    .startsWith("Say which column of the file is kind: --map kind=HEADING. It has: id, title, parent.");
            assertThat(run("import", "bodies", table, "--set", "kind=castle", "--map", "nameUk=title"))
                    .isEqualTo(CommandLine.FAILED);
            assertThat(out())
                    .contains(
                            "row 2, Друга: Kind: Choose one from the list",
                            "2 rows: 0 new, 0 changed, 0 the same, 2 refused");
            String[] good = {"import", "bodies", table, "--set", "kind=city", "--map", "nameUk=title", "--dry-run"};
            assertThat(run(good)).as(err()).isZero();
            assertThat(out())
                    .isEqualTo("bodies.csv: 2 rows: 2 new, 0 changed, 0 the same, 0 refused\nNothing was changed.\n");
            assertThat(Directory.register(JdbcClient.create(lived))).isEqualTo(before);
            assertThat(run(java.util.Arrays.copyOf(good, 7))).as(err()).isZero();
            String id = out().substring(out().lastIndexOf(' ') + 1).strip();
            assertThat(Directory.register(JdbcClient.create(lived))).contains("CL-2|city|CL-1|Друга");
            assertThat(run("import", "list")).isZero();
            assertThat(out()).contains(id + "  applied ");
            assertThat(run("import", "undo", id)).as(out()).isZero();
            assertThat(Directory.register(JdbcClient.create(lived))).isEqualTo(before);
        }
    }

    @Test
    void aDemoAndRealWorkKeepApart() throws Exception {
        try (HikariDataSource demo = TestDatabase.fresh();
                Connection connection = demo.getConnection()) {
            assertThat(DemoMark.on(connection)).isFalse();
            assertThat(refusal(connection, true)).contains("is no demo's");
            assertThat(refusal(connection, false)).isEmpty();
            DemoMark.put(connection);
            assertThat(DemoMark.on(connection)).isTrue();
            assertThat(refusal(connection, true)).isEmpty();
            assertThat(refusal(connection, false)).contains("is a demo's");
        }
        try (HikariDataSource empty = TestDatabase.empty();
                Connection connection = empty.getConnection()) {
            assertThat(DemoMark.on(connection)).isFalse();
            assertThat(refusal(connection, true)).isEmpty();
        }
    }

    private String refusal(Connection connection, boolean demo) throws Exception {
        try {
            Serving.keepApart(connection, demo, temp);
            return "";
        } catch (Refusal e) {
            return e.getMessage();
        }
    }

    private static long count(HikariDataSource database, String what) throws Exception {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + what)) {
            row.next();
            return row.getLong(1);
        }
    }
}
