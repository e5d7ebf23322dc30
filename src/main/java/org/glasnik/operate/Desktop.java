package org.glasnik.operate;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Shows an address in the browser of whoever sits before this machine, if anybody does. */
final class Desktop {
    private Desktop() {}

    static void open(String url) {
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
        Map<String, String> environment = System.getenv();
        if (!mac && !environment.containsKey("DISPLAY") && !environment.containsKey("WAYLAND_DISPLAY")) {
            return;
        }
        try {
            new ProcessBuilder(mac ? "open" : "xdg-open", url)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // The address has been printed: nothing is lost.
        }
    }
}
