/** Personal data: what each column holds, a person's export and erasure over all of them, privacy notices. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "access", "deed"})
package org.glasnik.personal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
