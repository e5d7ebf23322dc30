/** Second factors: passkeys, codes of an app, recovery codes; and passkeys as the whole of a sign-in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "access", "deed", "personal", "identity", "notify", "signin"})
package org.glasnik.factor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
