package org.glasnik.operate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.glasnik.platform.Zones;

/** What a database says of itself. */
record Vitals(Connection connection) {
    /** Such as 18.6. */
    String version() throws SQLException {
        return ask("show server_version").replaceAll(" .*", "");
    }

    int major() throws SQLException {
        return Integer.parseInt(ask("show server_version_num")) / 10_000;
    }

    boolean hasTables() throws SQLException {
        return ask("select to_regclass('platform.flyway_schema_history') is not null")
                .equals("t");
    }

    /** By how much its clock is ahead of ours: of the quickest of a few answers, since waiting counts for nothing. */
    Duration ahead() throws SQLException {
        Duration quickest = Duration.ofDays(1);
        Duration ahead = Duration.ZERO;
        for (int i = 0; i < 3; i++) {
            long begin = System.nanoTime();
            // The machine's own clock, whatever stands in for it in the application.
            Instant before = Instant.ofEpochMilli(System.currentTimeMillis());
            Instant there;
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select clock_timestamp()")) {
                row.next();
                there = row.getTimestamp(1).toInstant();
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            if (took.compareTo(quickest) < 0) {
                quickest = took;
                ahead = Duration.between(before.plus(took.dividedBy(2)), there);
            }
        }
        return ahead;
    }

    /** Zones that we offer and the database does not know, or for which its clocks go otherwise than Java's. */
    List<String> strangeZones(Instant now) throws SQLException {
        List<String> strange = new ArrayList<>();
        try (var known = connection.prepareStatement("select exists (select from pg_timezone_names where name = ?)");
                var clock = connection.prepareStatement("select (?::timestamptz at time zone ?)::text")) {
            for (String zone : Zones.OFFERED) {
                known.setString(1, zone);
                boolean same = answer(known).equals("t");
                for (int month = 0; same && month < 24; month += 3) {
                    ZonedDateTime then =
                            now.atZone(ZoneOffset.UTC).plusMonths(month).withNano(0);
                    clock.setTimestamp(1, Timestamp.from(then.toInstant()));
                    clock.setString(2, zone);
                    String ours = then.withZoneSameInstant(ZoneId.of(zone))
                            .toLocalDateTime()
                            .format(java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"));
                    same = answer(clock).equals(ours);
                }
                if (!same) {
                    strange.add(zone);
                }
            }
        }
        return strange;
    }

    private String ask(String question) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            return answer(statement);
        }
    }

    private static String answer(java.sql.PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
