package org.glasnik.identity;

import org.glasnik.platform.Language;
import org.glasnik.platform.Theme;

/**
 * What a person decides about themselves.
 *
 * @param zone IANA name, empty for the installation's
 */
public record Profile(String name, Language language, String zone, Theme theme) {}
