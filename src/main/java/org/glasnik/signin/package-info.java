/** Signing in: mail links, passwords, sessions, and the account that a person looks after. Second factors are {@code factor}. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "access", "deed", "personal", "identity", "notify"})
package org.glasnik.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
