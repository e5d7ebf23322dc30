/** Running an installation: the commands, the doctor, health and metrics, the operator's screens. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "postgres",
            "platform",
            "access",
            "deed",
            "file",
            "personal",
            "importing",
            "registry",
            "identity",
            "notify",
            "signin",
            "backup"
        })
package org.glasnik.operate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
