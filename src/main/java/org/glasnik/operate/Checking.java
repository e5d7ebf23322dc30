package org.glasnik.operate;

import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.glasnik.postgres.PostgresException;

/** {@code ./glasnik check}: a line for each thing, and the exit code 1 if one of them is red. */
record Checking(Installation installation, PrintStream out, Clock clock) {
    int run() {
        List<Finding> findings = findings();
        Texts texts = new Texts();
        findings.forEach(finding -> out.println(finding.line(texts, Language.EN)));
        long red = findings.stream().filter(f -> f.mark() == Finding.Mark.RED).count();
        long warnings =
                findings.stream().filter(f -> f.mark() == Finding.Mark.WARN).count();
        out.println(texts.text(
                Language.EN,
                "operate.check.sum",
                "folder",
                installation.data().toString(),
                "red",
                red,
                "warnings",
                warnings));
        return red > 0 ? CommandLine.FAILED : CommandLine.DONE;
    }

    private List<Finding> findings() {
        Machine machine = new Machine(installation.data(), installation.set("GLASNIK_BASE_URL"));
        MailProbe mail = MailProbe.of(installation.set("GLASNIK_SMTP_URL").orElse(""));
        if (!installation.made()) {
            return List.of(
                    machine.java(),
                    Finding.red(
                            "database",
                            "absent",
                            Map.of("folder", installation.data().toString())));
        }
        try (Database database = installation.reach()) {
            return new Doctor(database.source(), machine, mail, clock).everything();
        } catch (Refusal | PostgresException e) {
            List<Finding> findings = new ArrayList<>();
            findings.add(machine.java());
            findings.add(Finding.red("database", "unreachable", Map.of("why", String.valueOf(e.getMessage()))));
            findings.add(machine.disk());
            findings.add(machine.baseUrl(false));
            findings.add(mail.finding(false));
            return findings;
        }
    }
}
