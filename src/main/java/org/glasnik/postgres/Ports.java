package org.glasnik.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.concurrent.ThreadLocalRandom;

/** The port: random, remembered, and another one if somebody has taken it. */
final class Ports {

    // Below every range that systems take ports from for outgoing connections. In such a range a pool that knocks
    // while the server is down can be given the server's own port as its source, connect to itself, and keep the
    // server from it.
    private static final int FIRST = 20_000;
    private static final int LAST = 30_000;

    private Ports() {}

    static int choose(Home home, Account account) {
        int port = remembered(home);
        for (int tries = 0; !free(port); tries++) {
            if (tries == 1000) {
                throw new PostgresException(
                        "No free port was found on 127.0.0.1. Look whether the loopback interface is up (ip address show lo).");
            }
            port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
        }
        try {
            Files.writeString(home.port(), port + "\n");
            account.own(home.port());
        } catch (IOException e) {
            throw new PostgresException("The file %s cannot be written.".formatted(home.port()), e);
        }
        return port;
    }

    private static int remembered(Home home) {
        try {
            return Integer.parseInt(Files.readString(home.port()).strip());
        } catch (IOException | NumberFormatException e) {
            return ThreadLocalRandom.current().nextInt(FIRST, LAST);
        }
    }

    private static boolean free(int port) {
        if (port < 1024 || port > 65_535) {
            return false;
        }
        try (var socket = new ServerSocket()) {
            // As PostgreSQL does it: without this, connections that have just ended look like a taken port.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
