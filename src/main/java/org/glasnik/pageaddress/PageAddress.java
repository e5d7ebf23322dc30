package org.glasnik.pageaddress;

import java.util.Locale;

/**
 * One page. Two spellings are of one page exactly where platform and key are equal.
 *
 * @param handle the name by which people know it, as it was typed: {@code Vyhadivska}; a number where the page has no name
 * @param key within the platform; a name by which people find each other elsewhere (a group's number, a channel) has its kind
 *     before a slash: {@code group/123}, {@code user/noaa}
 * @param address the one under which the platform shows it
 */
public record PageAddress(Platform platform, String handle, String key, String address) {
    /** No address is longer; what is longer is no address. */
    public static final int LONGEST = 2000;

    /** The handle as people search for it, whatever the platform: without sign and case. */
    public String name() {
        return name(handle);
    }

    /** A name that was typed by itself, brought to the form of {@link #name()}. */
    public static String name(String typed) {
        return typed.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT);
    }

    /** What the eye sees of the handle: two pages of one platform with the same are taken for each other. */
    public String likeness() {
        return Lookalikes.likeness(handle);
    }
}
