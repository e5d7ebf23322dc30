/** People and who sits in which seat of which body, now and before. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "listing", "access", "deed", "personal", "search", "importing", "registry"})
package org.glasnik.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
