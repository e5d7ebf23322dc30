/** Search over everything that a person may see: what is looked through is an index, what is shown comes from its owner. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "access", "language"})
package org.glasnik.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
