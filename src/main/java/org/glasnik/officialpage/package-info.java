/** The official pages of public bodies: where, whose, run by whom, shown to be theirs by what, looked at when. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "access",
            "deed",
            "listing",
            "pageaddress",
            "language",
            "importing",
            "search",
            "registry",
            "identity",
            "identity :: desk"
        })
package org.glasnik.officialpage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
