/** The cast and the invented region of the living demo, which tests and screenshots share. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "access",
            "deed",
            "registry",
            "pageaddress",
            "officialpage",
            "pageduty",
            "identity",
            "notify",
            "signin",
            "invitation",
            "operate"
        })
package org.glasnik.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
