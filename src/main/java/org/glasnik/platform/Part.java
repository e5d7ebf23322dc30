package org.glasnik.platform;

import gg.jte.Content;

/** A piece of a page drawn by another module's template: the page asks a small interface, modules above implement it. */
public interface Part {
    /** For {@code ${part.in(s)}}. */
    Content in(Screen s);
}
