package org.glasnik.platform;

import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What this installation calls itself, on letters and screens: a setting, one line of text. */
@Component
public class InstallationName {
    private final Setting<String> name;

    InstallationName(Settings settings) {
        this.name = settings.of("name", "Glasnik", Function.identity(), Function.identity());
    }

    public String get() {
        return name.get();
    }

    public void set(String to) {
        name.set(to);
    }
}
