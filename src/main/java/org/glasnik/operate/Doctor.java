package org.glasnik.operate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.glasnik.backup.Restorations;
import org.glasnik.personal.ErasingAgain;
import org.glasnik.platform.DemoMark;
import org.glasnik.postgres.Durability;

/** Looks at what an installation rests on. Changes nothing. */
final class Doctor {
    private static final int OLDEST_POSTGRES = 18;
    private static final Duration SKEW_WARN = Duration.ofSeconds(1);
    private static final Duration SKEW_RED = Duration.ofSeconds(5);
    private static final Duration BACKUP_OLD = Duration.ofDays(7);

    private final DataSource source;
    private final Machine machine;
    private final MailProbe mail;
    private final Clock clock;

    Doctor(DataSource source, Machine machine, MailProbe mail, Clock clock) {
        this.source = source;
        this.machine = machine;
        this.mail = mail;
        this.clock = clock;
    }

    /** All, which may take some seconds where the mail server is slow. */
    List<Finding> everything() {
        return findings(true);
    }

    /** All but what asks others over the network. */
    List<Finding> nearby() {
        return findings(false);
    }

    private List<Finding> findings(boolean far) {
        List<Finding> findings = new ArrayList<>();
        findings.add(machine.java());
        boolean demo = false;
        try (Connection connection = source.getConnection()) {
            demo = DemoMark.on(connection);
            database(connection, demo, findings);
        } catch (SQLException e) {
            findings.add(Finding.red("database", "unreachable", Map.of("why", String.valueOf(e.getMessage()))));
        }
        findings.add(machine.disk());
        findings.add(machine.baseUrl(demo));
        if (far) {
            findings.add(mail.finding(demo));
        }
        return findings;
    }

    private void database(Connection connection, boolean demo, List<Finding> findings) throws SQLException {
        Vitals vitals = new Vitals(connection);
        Map<String, Object> version = Map.of("version", vitals.version(), "needed", Integer.toString(OLDEST_POSTGRES));
        findings.add(
                vitals.major() < OLDEST_POSTGRES
                        ? Finding.red("database", "old", version)
                        : Finding.ok("database", version));
        List<String> faults = Durability.faults(connection);
        findings.add(
                faults.isEmpty()
                        ? Finding.ok("durable", Map.of())
                        : Finding.red("durable", "off", Map.of("settings", String.join(", ", faults))));
        findings.add(
                Durability.checksums(connection)
                        ? Finding.ok("checksums", Map.of())
                        : Finding.warn("checksums", "off", Map.of()));
        findings.add(migrations(vitals));
        findings.add(skew(vitals.ahead()));
        List<String> zones = vitals.strangeZones(clock.instant());
        String ours =
                java.time.zone.ZoneRulesProvider.getVersions("Europe/Kyiv").lastKey();
        findings.add(
                zones.isEmpty()
                        ? Finding.ok("zones", Map.of("java", ours))
                        : Finding.red("zones", "strange", Map.of("zones", String.join(", ", zones), "java", ours)));
        findings.add(backup(connection, demo));
        if (vitals.hasTables() && ErasingAgain.left(source) > 0) {
            findings.add(Finding.warn("erasures", "left", Map.of()));
        }
    }

    private Finding migrations(Vitals vitals) throws SQLException {
        if (!vitals.hasTables()) {
            return Finding.warn("migrations", "none", Map.of());
        }
        var info = Flyway.configure()
                .dataSource(source)
                .defaultSchema("platform")
                .locations("classpath:db/migration")
                .load()
                .info();
        List<MigrationInfo> all = Arrays.asList(info.all());
        String now = info.current() == null ? "" : String.valueOf(info.current().getVersion());
        Map<String, Object> said =
                Map.of("applied", info.applied().length, "pending", info.pending().length, "version", now);
        if (all.stream().anyMatch(each -> each.getState().isFailed())) {
            return Finding.red("migrations", "failed", said);
        }
        if (all.stream().anyMatch(each -> each.getState() == MigrationState.FUTURE_SUCCESS)) {
            return Finding.red("migrations", "newer", said);
        }
        return info.pending().length > 0 ? Finding.warn("migrations", "pending", said) : Finding.ok("migrations", said);
    }

    private static Finding skew(Duration ahead) {
        Map<String, Object> said = Map.of("seconds", Math.round(ahead.abs().toMillis() / 100.0) / 10.0);
        if (ahead.abs().compareTo(SKEW_RED) > 0) {
            return Finding.red("clock", "wrong", said);
        }
        return ahead.abs().compareTo(SKEW_WARN) > 0 ? Finding.warn("clock", "skewed", said) : Finding.ok("clock", said);
    }

    private Finding backup(Connection connection, boolean demo) throws SQLException {
        Optional<Instant> last = Restorations.lastWritten(connection);
        if (last.isEmpty()) {
            return demo ? Finding.ok("backup", "demo") : Finding.warn("backup", "none", Map.of());
        }
        long days = Duration.between(last.get(), clock.instant()).toDays();
        Map<String, Object> said = Map.of("days", Math.max(0, days));
        return days > BACKUP_OLD.toDays() && !demo ? Finding.warn("backup", "old", said) : Finding.ok("backup", said);
    }
}
