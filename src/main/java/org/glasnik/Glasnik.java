package org.glasnik;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The application. */
@Modulithic(sharedModules = "platform")
@SpringBootApplication(proxyBeanMethods = false)
public class Glasnik {
    public static void main(String[] args) {
        SpringApplication.run(Glasnik.class, args);
    }
}
