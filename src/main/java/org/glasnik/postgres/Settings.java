package org.glasnik.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What PostgreSQL is told on its command line, which no ALTER SYSTEM and no file overrides. What is not here may be set in
 * {@code data/postgresql.conf}.
 */
final class Settings {

    private Settings() {}

    static List<String> arguments(Home home, int port, String token, Map<String, String> extra) {
        var all = new LinkedHashMap<String, String>();
        // The watchdog knows by it that a process is the server it was set to watch, not the next one.
        all.put("glasnik.token", token);
        all.put("cluster_name", home.cluster());
        all.put("fsync", "on");
        all.put("full_page_writes", "on");
        all.put("synchronous_commit", "on");
        all.put("max_connections", "100");
        all.put("shared_buffers", "128MB");
        all.put("effective_cache_size", "1GB");
        all.put("random_page_cost", "1.1");
        all.put("wal_compression", "on");
        all.put("jit", "off");
        // Else a backend in a long query outlives its client and its postmaster until the query ends.
        all.put("client_connection_check_interval", "1s");
        all.put("timezone", "UTC");
        all.put("log_timezone", "UTC");
        all.put("lc_messages", "C");
        all.put("logging_collector", "on");
        all.put("log_directory", home.log().toString());
        all.put("log_filename", "postgresql-%Y%m%d_%H%M%S.log");
        all.put("log_rotation_age", "0");
        all.put("log_rotation_size", "5MB");
        all.put("log_line_prefix", "%m [%p] %q%d ");
        all.put("log_checkpoints", "off");
        // Details of an error quote values of rows, so personal data, which no erasure would reach here.
        all.put("log_error_verbosity", "terse");
        all.putAll(extra);
        all.put("listen_addresses", "127.0.0.1");
        all.put("port", Integer.toString(port));
        all.put("unix_socket_directories", "");

        List<String> arguments = new ArrayList<>();
        all.forEach((name, value) -> {
            arguments.add("-c");
            arguments.add(name + "=" + value);
        });
        return arguments;
    }
}
