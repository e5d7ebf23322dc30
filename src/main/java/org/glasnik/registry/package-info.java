/** Public bodies and the seats in them: who is in a seat is the matter of {@code identity}. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "listing", "access", "deed", "language", "search", "importing"})
package org.glasnik.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
