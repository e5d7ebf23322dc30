/** Stored files: typed by their content, limited, sent as inert downloads. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "access", "personal"})
package org.glasnik.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
