package org.glasnik.deed;

import java.util.List;
import org.glasnik.platform.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * @param report null until someone has pressed the button
 * @param faults in words
 */
record CheckPage(String head, FormErrors errors, @Nullable ChainReport report, List<String> faults) {}
