/** Signing in: mail links, passwords, passkeys, second factors, sessions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "access", "deed", "personal", "identity", "notify"})
package org.glasnik.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
