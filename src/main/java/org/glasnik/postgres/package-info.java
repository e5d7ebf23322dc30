/** The embedded PostgreSQL: unpacked, started, watched and stopped, so that nothing has to be installed. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.glasnik.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
