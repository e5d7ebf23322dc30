package org.glasnik.operate;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/** Logging before the application has set it up, and for commands that never do: warnings only, and what we say ourselves. */
final class Quiet {
    private Quiet() {}

    static void logging() {
        StandardEnvironment environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        LoggingSystem system = LoggingSystem.get(Quiet.class.getClassLoader());
        system.beforeInitialize();
        system.initialize(new LoggingInitializationContext(environment), null, null);
        system.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        system.setLogLevel("org.flywaydb", LogLevel.ERROR);
    }
}
