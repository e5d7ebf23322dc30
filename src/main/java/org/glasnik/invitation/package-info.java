/** Invitations to a seat, and the replacement of whoever sits there. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "access",
            "deed",
            "personal",
            "registry",
            "identity",
            "identity :: desk",
            "notify",
            "signin"
        })
package org.glasnik.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
