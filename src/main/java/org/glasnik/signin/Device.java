package org.glasnik.signin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A browser and its system in the words of its maker, roughly: enough to tell one's telephone from one's office. */
final class Device {
    /** In this order: a browser also names those that it descends from. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser", "Samsung Internet"),
            Map.entry("Firefox", "Firefox"),
            Map.entry("FxiOS", "Firefox"),
            Map.entry("CriOS", "Chrome"),
            Map.entry("Chrome", "Chrome"),
            Map.entry("Safari", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "Mac"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Linux", "Linux"));

    private Device() {}

    /** Empty where neither is known. */
    static String of(@Nullable String userAgent) {
        String browser = first(BROWSERS, userAgent);
        String system = first(SYSTEMS, userAgent);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + " · " + system;
    }

    private static String first(List<Map.Entry<String, String>> known, @Nullable String userAgent) {
        return userAgent == null
                ? ""
                : known.stream()
                        .filter(k -> userAgent.contains(k.getKey()))
                        .findFirst()
                        .map(Map.Entry::getValue)
                        .orElse("");
    }
}
