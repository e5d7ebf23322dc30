package org.glasnik;

import org.glasnik.operate.CommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The application. */
@Modulithic(sharedModules = "platform")
@SpringBootApplication(proxyBeanMethods = false)
public class Glasnik {
    public static void main(String[] args) {
        int code = new CommandLine(Glasnik.class, System.out, System.err, System.getenv()).run(args);
        if (code != CommandLine.RUNNING) {
            System.exit(code);
        }
    }
}
