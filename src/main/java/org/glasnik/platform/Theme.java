package org.glasnik.platform;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Light, dark, or as the device is set. */
public enum Theme {
    DEVICE,
    LIGHT,
    DARK;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Anything that is not a theme is {@link #DEVICE}. */
    public static Theme of(@Nullable String tag) {
        for (Theme theme : values()) {
            if (theme.tag().equals(tag)) {
                return theme;
            }
        }
        return DEVICE;
    }
}
