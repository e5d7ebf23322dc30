package org.glasnik;

import java.time.ZoneOffset;
import java.util.TimeZone;
import org.glasnik.operate.CommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The application. */
@Modulithic(sharedModules = "platform")
@SpringBootApplication(proxyBeanMethods = false)
public class Glasnik {
    public static void main(String[] args) {
        // Whatever this machine's zone is: the driver hands it on, and a server without old names refuses Europe/Kiev.
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
        int code = new CommandLine(Glasnik.class, System.out, System.err, System.getenv()).run(args);
        if (code != CommandLine.RUNNING) {
            System.exit(code);
        }
    }
}
