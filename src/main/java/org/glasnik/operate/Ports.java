package org.glasnik.operate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** Where an installation listens. A port that is taken is said before anything is started. */
record Ports(Installation installation, Arguments arguments) {
    private static final String USUAL = "8080";
    private static final String USUAL_HEALTH = "9000";

    InetAddress address() {
        String named = arguments
                .option("address")
                .or(() -> installation.set("GLASNIK_ADDRESS"))
                .orElse("127.0.0.1");
        try {
            return InetAddress.ofLiteral(named);
        } catch (IllegalArgumentException e) {
            throw Refusal.misunderstood("\"%s\" is no IP address, such as 127.0.0.1 or 0.0.0.0.".formatted(named));
        }
    }

    int visitors(InetAddress address) {
        Optional<String> said = arguments.option("port").or(() -> installation.set("GLASNIK_PORT"));
        int port = Arguments.port(
                said.orElse(System.getProperty("server.port", USUAL)),
                arguments.has("port") ? "--port" : "GLASNIK_PORT");
        int free = free(address, port);
        if (free < 0) {
            throw new Refusal("Port %d is taken. Take another: --port N, or --port 0 for any.".formatted(port));
        }
        return free;
    }

    /** @param yielding takes any other where it is taken */
    int health(boolean yielding) {
        int port = Arguments.port(
                installation
                        .set("GLASNIK_HEALTH_PORT")
                        .orElse(System.getProperty("management.server.port", USUAL_HEALTH)),
                "GLASNIK_HEALTH_PORT");
        int free = free(Machine.loopback(), port);
        if (free < 0 && !yielding) {
            throw new Refusal("Port %d, for health and metrics, is taken. Set GLASNIK_HEALTH_PORT to another one."
                    .formatted(port));
        }
        return Math.max(0, free);
    }

    /** The port, or for 0 one that is free; -1 where somebody has it. */
    static int free(InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return socket.getLocalPort();
        } catch (IOException e) {
            return -1;
        }
    }
}
