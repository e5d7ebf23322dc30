package org.glasnik.signin;

import org.glasnik.platform.Setting;
import org.glasnik.platform.Settings;
import org.springframework.stereotype.Component;

/** Whether residents may register themselves: a setting of the installation, off until an operator switches it on. */
@Component
public class SelfRegistration {
    private final Setting<Boolean> on;

    SelfRegistration(Settings settings) {
        this.on = settings.of("self-registration", "false", Boolean::parseBoolean, String::valueOf);
    }

    public boolean on() {
        return on.get();
    }

    public void set(boolean to) {
        on.set(to);
    }
}
