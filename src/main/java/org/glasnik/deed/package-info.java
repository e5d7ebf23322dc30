/** The account of deeds: who did what when, from what to what, chained by hash so that a change of it shows. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "listing", "access"})
package org.glasnik.deed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
