package org.glasnik.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What docs/operate.md tells to type does what it says. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Glasnik runs on Linux and macOS; the commands are for sh")
class OperateDocTest {
    private static final Pattern TESTED = Pattern.compile("(?ms)^```sh test\\n(.*?)^```$");

    @TempDir
    Path temp;

    @Test
    void theCommandsOfTheManualWork() throws Exception {
        Matcher blocks = TESTED.matcher(Files.readString(Path.of("docs/operate.md")));
        StringBuilder script = new StringBuilder("set -eu\n");
        int count = 0;
        while (blocks.find()) {
            blocks.group(1)
                    .lines()
                    .forEach(line -> script.append("echo '$ '")
                            .append(quoted(line))
                            .append('\n')
                            .append(line)
                            .append('\n'));
            count++;
        }
        assertThat(count).isGreaterThan(4);
        Path work = Files.createDirectories(temp.resolve("work"));
        Files.createSymbolicLink(
                Files.createDirectories(work.resolve("drill/database")).resolve("postgres"),
                Path.of("target", "postgres").toAbsolutePath());
        Path glasnik = Files.createDirectories(temp.resolve("bin")).resolve("glasnik");
        Files.writeString(
                glasnik,
                "#!/bin/sh\nexec "
                        + String.join(
                                " ",
                                Running.java().stream()
                                        .map(OperateDocTest::quoted)
                                        .toList()) + " \"$@\"\n");
        Files.setPosixFilePermissions(glasnik, PosixFilePermissions.fromString("rwxr-xr-x"));
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script.toString())
                .directory(work.toFile())
                .redirectErrorStream(true);
        builder.environment().put("PATH", temp.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
        builder.environment()
                .put("GLASNIK_DATA", Seed.copy(temp.resolve("data")).toString());
        builder.environment().put("GLASNIK_BASE_URL", "https://programmes.example.org");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines()
                        .filter(line -> line.startsWith("Written")
                                || line.startsWith("Restored")
                                || line.contains("is an operator"))
                        .map(line -> line.replaceAll(" .*", "")))
                .isEqualTo(List.of("anna@town.example", "Written", "Written", "Restored"));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
