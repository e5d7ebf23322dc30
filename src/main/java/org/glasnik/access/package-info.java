/** Who is asking and what that person may try: the viewer, ids of people and bodies, the rule that each route declares. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package org.glasnik.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
