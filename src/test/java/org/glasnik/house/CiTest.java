package org.glasnik.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What continuous integration asks of the browser tests, on reports such as Surefire writes them. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for sh, on Linux and macOS")
class CiTest {
    private static final String REPORT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0.2" name="org.example.%1$s" time="1.2"
             tests="%2$d" errors="0" skipped="%3$d" failures="0">
              <properties><property name="tests" value="9"/></properties>
              <testcase name="a" classname="org.example.%1$s" time="0.1">
                %4$s
              </testcase>
            </testsuite>
            """;
    private static final String SKIPPED =
            "<skipped type=\"org.opentest4j.TestAbortedException\"><![CDATA[Assumption failed: No Chromium here]]></skipped>";

    @TempDir
    Path reports;

    @Test
    void browserTestsThatRanAreEnough() throws Exception {
        report("A", 3, 0, "");
        report("B", 1, 0, "");
        assertThat(ran("A", "B")).isZero();
    }

    @Test
    void oneThatWasSkippedIsNot() throws Exception {
        report("A", 3, 0, "");
        report("B", 3, 1, SKIPPED);
        assertThat(ran("A", "B")).isEqualTo(1);
        assertThat(ran("A")).as("any that was skipped, named or not").isEqualTo(1);
    }

    @Test
    void dataThatLieElsewhereAreReportedOnly() throws Exception {
        report("A", 3, 1, SKIPPED.replace("No Chromium here", "x.tsv is not among the shared data here: not measured"));
        assertThat(ran("A")).isZero();
    }

    @Test
    void whatOneUserSkipsAnotherMayRun() throws Exception {
        report("A", 3, 1, SKIPPED);
        Path others = Files.createDirectories(reports.resolve("others"));
        assertThat(ran()).isEqualTo(1);
        Path first = Files.move(
                reports.resolve("TEST-org.example.A.xml"),
                Files.createDirectories(reports.resolve("first")).resolve("TEST-org.example.A.xml"));
        report("A", 3, 0, "");
        Files.move(reports.resolve("TEST-org.example.A.xml"), others.resolve("TEST-org.example.A.xml"));
        assertThat(run(first.getParent() + ":" + others, "A")).isZero();
        assertThat(run(first.getParent().toString(), "A")).isEqualTo(1);
    }

    @Test
    void aClassThatDidNotRunOrHadNoTestsIsNot() throws Exception {
        report("A", 0, 0, "");
        assertThat(ran("A")).isEqualTo(1);
        assertThat(ran("B")).isEqualTo(1);
    }

    private void report(String name, int tests, int skipped, String inside) throws Exception {
        Files.writeString(
                reports.resolve("TEST-org.example." + name + ".xml"),
                REPORT.formatted(name, tests, skipped, inside),
                UTF_8);
    }

    private int ran(String... names) throws Exception {
        return run(reports.toString(), names);
    }

    private static int run(String folders, String... names) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", ".ci/ran", folders);
        for (String name : names) {
            builder.command().add("org.example." + name);
        }
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
