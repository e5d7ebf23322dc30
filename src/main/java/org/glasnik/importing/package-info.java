/** Imports: a table read in, its columns chosen, each row's fate told before anything is done, and all of it undone again. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "listing", "access", "deed", "language", "spreadsheet"})
package org.glasnik.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
