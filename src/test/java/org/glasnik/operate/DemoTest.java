package org.glasnik.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The demo: for this machine only, whatever is set for real work, and kept apart from it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Glasnik runs on Linux and macOS")
class DemoTest {
    private static final Map<String, String> REAL =
            Map.of("GLASNIK_BASE_URL", "https://programmes.example.org", "GLASNIK_SMTP_URL", "smtp://127.0.0.1:1");

    @TempDir
    Path temp;

    @Test
    void itIsForThisMachineOnlyAndNothingOfItIsReal() throws Exception {
        Path data = Seed.copy(temp.resolve("data"));
        int port = Ports.free(Machine.loopback(), 0);
        try (Running demo = Running.start(data, port, REAL, "demo", "--no-open", "--port", "" + port)) {
            Running.await(
                    Duration.ofSeconds(30),
                    () -> demo.said()
                            .contains("Glasnik's demo is at http://localhost:" + port + " (Ctrl-C stops it)."));
            var page = Jsoup.parse(demo.get("/sign-in").body());
            assertThat(page.select("form[action=/sign-in/cast]")).hasSizeGreaterThan(3);
            assertThat(Jsoup.parse(demo.get("/bodies?text=%D1%81%D1%82%D0%B0%D1%80%D0%BE%D0%B3%D0%B0%D0%B4%D0%B0%D0%BD")
                                    .body())
                            .select("tbody")
                            .text())
                    .as("renamed")
                    .contains("Гаданська громада");
            assertThat(Jsoup.parse(demo.get("/bodies.json?state=ended").body()).text())
                    .as("merged")
                    .contains("VK-01-902", "VK-01-003");
            for (Inet4Address other : others()) {
                assertThatThrownBy(() -> new Socket().connect(new InetSocketAddress(other, port), 2000))
                        .as(other.toString())
                        .isInstanceOf(java.io.IOException.class);
            }
            Running.Ended check = Running.command(REAL, "check", "--data", data.toString());
            assertThat(check.code()).as(check.said()).isZero();
            assertThat(check.said())
                    .contains("ok    Mail: letters stay in the demo")
                    .contains("as it is a demo");
        }
        Map<String, String> anyPorts = new HashMap<>(REAL);
        anyPorts.put("GLASNIK_HEALTH_PORT", "0");
        Running.Ended serve = Running.command(anyPorts, "serve", "--port", "0", "--data", data.toString());
        assertThat(serve.code()).isEqualTo(1);
        assertThat(serve.said()).contains("is a demo's, where anyone may be anyone");
    }

    /** This machine's other addresses. */
    private static List<Inet4Address> others() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(Inet4Address.class::cast)
                .toList();
    }
}
