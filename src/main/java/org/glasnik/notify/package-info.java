/** Letters: written once, waiting in an outbox, sent with retries, with their fate on record. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "listing", "access", "deed", "personal", "identity"})
package org.glasnik.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
