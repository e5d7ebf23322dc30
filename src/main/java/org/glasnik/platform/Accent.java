package org.glasnik.platform;

/**
 * The colour of an organiser on a page: a hue, a name and the letter on its banner.
 *
 * @param hue degrees, 0 to 359
 */
public record Accent(int hue, String name, String href) {
    public String letter() {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
