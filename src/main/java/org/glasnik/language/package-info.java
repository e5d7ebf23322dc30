/** Scripts and letters of the languages that people write here: letters that look alike, words that mix scripts. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.glasnik.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
