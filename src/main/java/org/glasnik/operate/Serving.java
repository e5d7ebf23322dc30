package org.glasnik.operate;

import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.glasnik.backup.Restoring;
import org.glasnik.identity.Operators;
import org.glasnik.platform.DemoMark;
import org.glasnik.postgres.Durability;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code ./glasnik serve} and {@code ./glasnik demo}: the database first, then what must hold, then the application. */
final class Serving {
    private final Class<?> application;
    private final Installation installation;
    private final Arguments arguments;
    private final PrintStream out;
    private final Map<String, Object> properties = new LinkedHashMap<>();

    Serving(Class<?> application, Installation installation, Arguments arguments, PrintStream out) {
        this.application = application;
        this.installation = installation;
        this.arguments = arguments;
        this.out = out;
    }

    int serve() throws Exception {
        String base = installation
                .set("GLASNIK_BASE_URL")
                .orElseThrow(
                        () -> new Refusal(
                                "Set GLASNIK_BASE_URL to the address at which people reach this installation, such as"
                                        + " https://programmes.example.org: links in letters begin with it. To try Glasnik out: ./glasnik demo."));
        Machine.fault(base).ifPresent(fault -> {
            throw new Refusal(
                    fault.equals("open")
                            ? "GLASNIK_BASE_URL is %s, and passwords do not travel unencrypted: it must begin with https://."
                                    .formatted(base)
                            : "GLASNIK_BASE_URL is \"%s\", and that is no address of a site, such as https://programmes.example.org."
                                    .formatted(base));
        });
        Ports ports = new Ports(installation, arguments);
        InetAddress address = ports.address();
        int port = ports.visitors(address);
        properties.put("server.address", address.getHostAddress());
        properties.put("server.port", port);
        properties.put("management.server.port", ports.health(false));
        properties.put("glasnik.demo", "false");
        boolean begun = start(false).getBean(Operators.class).any();
        out.println("Glasnik serves %s on %s port %d; kill -TERM or Ctrl-C stops it."
                .formatted(base, address.getHostAddress(), port));
        if (!begun) {
            out.println(
                    "Nobody runs this installation yet: ./glasnik operator add MAIL NAME prints a link to begin with.");
        }
        return CommandLine.RUNNING;
    }

    int demo() throws Exception {
        Ports ports = new Ports(installation, arguments);
        int port = ports.visitors(Machine.loopback());
        String url = "http://localhost:" + port;
        properties.put("server.address", Machine.loopback().getHostAddress());
        properties.put("server.port", port);
        properties.put("management.server.port", ports.health(true));
        // Whatever is set for real work: a demo links to itself and sends nothing.
        properties.put("glasnik.base-url", url);
        properties.put("glasnik.smtp-url", "");
        properties.put("glasnik.demo", "true");
        ConfigurableApplicationContext running = start(true);
        new TransactionTemplate(running.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(
                        status -> running.getBeanProvider(Seeding.class).forEach(Seeding::seed));
        out.println("Glasnik's demo is at %s (Ctrl-C stops it).".formatted(url));
        if (!arguments.has("no-open")) {
            Desktop.open(url);
        }
        return CommandLine.RUNNING;
    }

    private ConfigurableApplicationContext start(boolean demo) throws Exception {
        Database database = installation.start();
        Residence residence = null;
        try {
            try (Connection connection = database.connect()) {
                requireDurable(connection);
                keepApart(connection, demo, installation.data());
            }
            residence = Residence.in(database);
            try (Connection connection = database.connect()) {
                Restoring.settle(connection, installation.data());
                migrate(database.source());
                if (demo) {
                    DemoMark.put(connection);
                }
            }
            return run(database, residence);
        } catch (Exception e) {
            if (residence != null) {
                residence.close();
            }
            database.close();
            throw e;
        }
    }

    private ConfigurableApplicationContext run(Database database, Residence residence) {
        properties.put("glasnik.data", installation.data().toString());
        properties.put("spring.datasource.url", database.url().jdbc());
        // Where they are not set apart, they may stand in the address.
        if (database.url().user() != null) {
            properties.put("spring.datasource.username", database.url().user());
        }
        if (database.url().password() != null) {
            properties.put("spring.datasource.password", database.url().password());
        }
        properties.put("spring.flyway.enabled", "false");
        // Requests end on virtual threads, which do not keep a process alive.
        properties.put("spring.main.keep-alive", "true");
        StandardEnvironment environment = new org.springframework.web.context.support.StandardServletEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("command", properties));
        SpringApplication starting = new SpringApplication(application);
        starting.setEnvironment(environment);
        // These run when requests have ended and the pool is closed.
        SpringApplication.getShutdownHandlers().add(() -> {
            residence.close();
            database.close();
            out.println("Glasnik has stopped.");
        });
        try {
            return starting.run();
        } catch (RuntimeException e) {
            Throwable innermost = e;
            while (innermost.getCause() != null && innermost.getCause() != innermost) {
                innermost = innermost.getCause();
            }
            throw new Refusal("Glasnik did not start: %s. The log above says more.".formatted(innermost.getMessage()));
        }
    }

    private static void requireDurable(Connection connection) throws SQLException {
        List<String> faults = Durability.faults(connection);
        if (!faults.isEmpty()) {
            throw new Refusal(
                    "This database may lose what it has acknowledged: %s is off. Switch it on in PostgreSQL, then start again."
                            .formatted(String.join(", ", faults)));
        }
    }

    /** In a demo anyone may be anyone: nothing real may be in it, and nothing of it in what is real. */
    static void keepApart(Connection connection, boolean demo, Path data) throws SQLException {
        boolean marked = DemoMark.on(connection);
        if (marked && !demo) {
            throw new Refusal(
                    "The database in %s is a demo's, where anyone may be anyone. Serve another folder (--data DIR), or start"
                                    .formatted(data)
                            + " the demo: ./glasnik demo.");
        }
        if (demo && !marked && Restoring.lived(connection)) {
            throw new Refusal(
                    "The database in %s is no demo's, and in a demo anyone may be anyone. Give the demo another folder: --data"
                                    .formatted(data)
                            + " DIR.");
        }
    }

    private static void migrate(DataSource source) {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .defaultSchema("platform")
                    .locations("classpath:db/migration")
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            String why = String.valueOf(e.getMessage()).lines().limit(3).collect(Collectors.joining(" "));
            throw new Refusal(
                    "The tables could not be brought to this version: %s. If this Glasnik is older than the last one here, start"
                                    .formatted(why)
                            + " the newer one.");
        }
    }
}
