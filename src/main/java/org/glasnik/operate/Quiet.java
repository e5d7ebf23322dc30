package org.glasnik.operate;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/** Logging before the application has set it up, and for commands that never do: warnings only, and what we say ourselves. */
final class Quiet {
    private Quiet() {}

    static void logging() {
        LoggingSystem system = LoggingSystem.get(Quiet.class.getClassLoader());
        system.beforeInitialize();
        system.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
        system.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }
}
