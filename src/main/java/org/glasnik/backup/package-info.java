/** Backup and restore: everything that an installation knows, in one file (decision 0006). */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package org.glasnik.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
