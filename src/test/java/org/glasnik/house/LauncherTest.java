package org.glasnik.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, in a checkout of its own, among JDKs and a Maven that only say that they were called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is for sh, on Linux and macOS")
class LauncherTest {

    private record Result(int exit, String out, String err) {}

    @TempDir
    Path temp;

    private Path checkout;
    private Path jdks;
    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void checkout() throws IOException {
        checkout = Files.createDirectories(temp.resolve("a checkout")).toRealPath();
        jdks = Files.createDirectories(temp.resolve("jdks")).toRealPath();
        for (String file : List.of("glasnik", "bin/lib.sh", "pom.xml")) {
            Path copy = checkout.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of(file), copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
        write(checkout.resolve("src/main/java/Source.java"), "class Source {}");
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("HOME", Files.createDirectories(temp.resolve("home")).toString());
        environment.put("GLASNIK_JAVA_FOLDERS", jdks + "/*");
        environment.put("MAVEN_HOME", temp.resolve("maven").toString());
        // Some time passes while it builds, so that a second start can come in.
        script(temp.resolve("maven/bin/mvn"), """
                echo "$JAVA_HOME $*" >>%s
                sleep 0.1
                [ ! -f fail ] || { printf '[INFO] fine\\n[ERROR] Source.java:[1,2] no such thing\\n[ERROR] \\n'; exit 1; }
                mkdir -p target && touch target/glasnik.jar
                """.formatted(quoted(maven())));
        onPath("java", "echo never >&2; exit 99");
        onPath("mvn", "exec " + quoted(temp.resolve("maven/bin/mvn")) + " \"$@\"");
    }

    @Test
    void helpNeedsNeitherJavaNorABuild() throws Exception {
        Result help = run("help");

        assertThat(help.exit).isZero();
        assertThat(help.out).contains("./glasnik COMMAND", "demo [--port N]", "GLASNIK_DATABASE_URL", "69");
        assertThat(run().out).isEqualTo(help.out);
        assertThat(run("--help").out).isEqualTo(help.out);
        assertThat(checkout.resolve("target")).doesNotExist();
    }

    @Test
    void unknownCommandIsRefusedWithAHint() throws Exception {
        for (String command : List.of("serv", "d.*", "-x", "Demo", "de mo")) {
            Result refused = run(command);

            assertThat(refused.exit).isEqualTo(2);
            assertThat(refused.err)
                    .contains("There is no command \"" + command + "\"")
                    .contains("demo serve check");
        }
        assertThat(checkout.resolve("target")).doesNotExist();
    }

    @Test
    void jdk25IsFoundBehindA17OnPath() throws Exception {
        jdk("java-17", "17.0.15");
        Path right = jdk("java-25", "25.0.3");
        onPath("java", "exec " + quoted(jdks.resolve("java-17/bin/java")) + " \"$@\"");

        Result demo = run("demo", "--port", "80 80");

        assertThat(demo.err).contains("Building Glasnik");
        assertThat(demo.exit).isEqualTo(7);
        assertThat(demo.out)
                .startsWith(right + " ")
                .contains(
                        "<-Xmx512m>",
                        "<-XX:+UseSerialGC>",
                        "<-Duser.timezone=UTC>",
                        "<-Dglasnik.home=" + checkout + ">")
                .endsWith("glasnik.jar> <demo> <--port> <80 80>\n");
        assertThat(Files.readString(maven())).isEqualTo(right + " -B -Dbuild.only -Dmaven.test.skip=true package\n");
    }

    @Test
    void theTestedReleaseGoesBeforeANewerOneUnlessThatIsNamed() throws Exception {
        Path newer = jdk("a-27", "27-ea");
        Path tested = jdk("b-25", "25");
        jdk("c-8", "1.8.0_402");
        Path runtimeOnly = jdk("a-25-jre", "25.0.9");
        Files.delete(runtimeOnly.resolve("bin/javac"));

        assertThat(run("check").out).startsWith(tested + " ");

        environment.put("JAVA_HOME", newer.toString());
        assertThat(run("check").out).startsWith(newer + " ");

        environment.put("JAVA_HOME", jdks.resolve("c-8").toString());
        assertThat(run("check").out).startsWith(runtimeOnly + " "); // nothing is to be built any more

        environment.put("GLASNIK_JAVA_HOME", newer.toString());
        assertThat(run("check").out).startsWith(newer + " ");
    }

    @Test
    void aJdkWithoutReleaseFileIsAsked() throws Exception {
        Path silent = jdk("java-25", "25.0.3");
        Files.delete(silent.resolve("release"));

        assertThat(run("check").out).startsWith(silent + " ");
    }

    @Test
    void withoutAJdkItSaysWhatToInstall() throws Exception {
        jdk("java-17", "17.0.15");

        Result none = run("demo");

        assertThat(none.exit).isEqualTo(69);
        assertThat(none.err).contains("JDK 25 or newer", "apt install openjdk-25-jdk", "dnf install", "brew install");
        environment.put("GLASNIK_JAVA_HOME", jdks.resolve("java-17").toString());
        assertThat(run("demo").err).contains("GLASNIK_JAVA_HOME is " + jdks.resolve("java-17"));
    }

    @Test
    void builtOnceUntilASourceChanges() throws Exception {
        jdk("java-25", "25");
        run("check");
        run("check");
        assertThat(Files.readAllLines(maven())).hasSize(1);

        // A change that brings an older date, as an unpacked archive does.
        Path source = write(checkout.resolve("src/main/java/Source.java"), "class Sources {}");
        Files.setLastModifiedTime(source, FileTime.fromMillis(0));
        run("check");
        assertThat(Files.readAllLines(maven())).hasSize(2);

        write(checkout.resolve("src/main/jte/.page.jte.swp"), "an editor's");
        run("check");
        assertThat(Files.readAllLines(maven())).hasSize(2);
        assertThat(checkout.resolve("target/app").toFile().list()).hasSize(1);
    }

    @Test
    void aFailedBuildShowsItsErrorsAndWhereTheLogIs() throws Exception {
        jdk("java-25", "25");
        write(checkout.resolve("fail"), "");

        Result failed = run("demo");

        assertThat(failed.exit).isEqualTo(1);
        assertThat(failed.err)
                .endsWith("Glasnik could not be built:\n  Source.java:[1,2] no such thing\nThe whole log is " + checkout
                        + "/target/build.log\n");
        Files.delete(checkout.resolve("fail"));
        assertThat(run("demo").exit).isEqualTo(7);
    }

    @Test
    void twoStartsBuildOnce() throws Exception {
        jdk("java-25", "25");
        Process first = start(checkout, checkout.resolve("glasnik").toString(), "check");
        Process second = start(checkout, checkout.resolve("glasnik").toString(), "check");

        assertThat(List.of(first.waitFor(), second.waitFor())).containsExactly(7, 7);
        assertThat(Files.readAllLines(maven())).hasSize(1);
    }

    @Test
    void aLockWhoseHolderDiedIsBroken() throws Exception {
        jdk("java-25", "25");
        Process dead = start(checkout, "/bin/true");
        dead.waitFor();
        write(checkout.resolve("target/build.lock/pid"), dead.pid() + "\n");

        assertThat(run("check").exit).isEqualTo(7);
        assertThat(checkout.resolve("target/build.lock")).doesNotExist();
    }

    @Test
    void worksThroughALinkFromAnywhereWithoutAHome() throws Exception {
        Path right = jdk("java-25", "25");
        Path link = Files.createSymbolicLink(temp.resolve("gl"), Path.of("a checkout/glasnik"));
        environment.remove("HOME");
        assertThat(run(Path.of("/"), link.toString(), "check").out).startsWith(right + " ");

        environment.put("HOME", "");
        environment.put("LC_ALL", "C");
        assertThat(run(temp, "./gl", "check").out).startsWith(right + " C.UTF-8 ");
    }

    @Test
    void ownOptionsComeAfterOursAndBringTheirOwnCollector() throws Exception {
        jdk("java-25", "25");
        environment.put("GLASNIK_JAVA_OPTS", "-Xmx2g -XX:+UseG1GC");

        assertThat(run("serve").out)
                .contains("<-Xmx512m>", "<-Xmx2g> <-XX:+UseG1GC> <-jar>")
                .doesNotContain("Serial");
    }

    @Test
    void theJvmTakesThePlaceOfTheLauncher() throws Exception {
        jdk("java-25", "25");
        run("check");
        script(
                jdks.resolve("java-25/bin/java"),
                "trap 'echo stopped; exit 143' TERM; echo ready; while :; do sleep 0.05; done");

        Process serve = start(checkout, checkout.resolve("glasnik").toString(), "serve");
        try (var out = serve.inputReader()) {
            assertThat(out.readLine()).isEqualTo("ready");
            serve.toHandle().destroy(); // the other one closes the streams as well
            assertThat(out.readLine()).isEqualTo("stopped");
        }
        assertThat(serve.waitFor()).isEqualTo(143);
    }

    @Test
    void whatStillRunsIsNotRemovedByTheNextBuild() throws Exception {
        jdk("java-25", "25");
        run("check");
        String name = requireNonNull(checkout.resolve("target/app").toFile().list())[0];
        Path running = checkout.resolve("target/app").resolve(name);
        write(running.resolve("pids/" + ProcessHandle.current().pid()), "");

        write(checkout.resolve("src/main/java/Source.java"), "class Other {}");
        run("check");

        assertThat(running).exists();
        assertThat(checkout.resolve("target/app").toFile().list()).hasSize(2);
    }

    @Test
    void startsWhereItMayNotWrite() throws Exception {
        jdk("java-25", "25");
        run("check");
        Path pids = checkout.resolve("target/app")
                .resolve(requireNonNull(checkout.resolve("target/app").toFile().list())[0])
                .resolve("pids");
        Files.delete(pids.resolve(requireNonNull(pids.toFile().list())[0]));
        Files.delete(pids);
        write(pids, "in the way, for root too");

        assertThat(run("check").exit).isEqualTo(7);
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = jdks.resolve(name);
        write(home.resolve("release"), "IMPLEMENTOR=\"Us\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/javac"), "exit 1");
        script(home.resolve("bin/java"), """
                case "$*" in
                    -version) echo 'openjdk version "%1$s" 2025-09-16' >&2 ;;
                    -XshowSettings*) echo '    java.home = %2$s' >&2 ;;
                    -Djarmode*extract*) mkdir -p "$6" && touch "$6/glasnik.jar" ;;
                    *) printf '%%s' "%2$s $LC_CTYPE"; printf ' <%%s>' "$@"; echo; exit 7 ;;
                esac
                """.formatted(version, home));
        return home;
    }

    private Path maven() {
        return temp.resolve("maven.calls");
    }

    private void onPath(String name, String body) throws IOException {
        Path bin = temp.resolve("bin");
        script(bin.resolve(name), body);
        environment.put("PATH", bin + ":/usr/bin:/bin");
    }

    private static void script(Path file, String body) throws IOException {
        assertThat(write(file, "#!/bin/sh\n" + body).toFile().setExecutable(true))
                .isTrue();
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String quoted(Path path) {
        return "'" + path + "'";
    }

    private Result run(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(checkout.resolve("glasnik").toString()));
        command.addAll(List.of(arguments));
        return run(checkout, command.toArray(String[]::new));
    }

    private Result run(Path directory, String... command) throws Exception {
        Process process = start(directory, command);
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), out, err);
    }

    private Process start(Path directory, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }
}
