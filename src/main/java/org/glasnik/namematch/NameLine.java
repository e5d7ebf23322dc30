package org.glasnik.namematch;

import java.util.List;

/**
 * A name as someone writes it.
 *
 * @param context names of places that it lies in, in any order: region, district; blank ones do not count
 */
public record NameLine(String name, List<String> context) {}
