/** The duty to have official pages: which kinds of bodies, where, since when, by which law; and who does not have them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "access", "deed", "listing", "pageaddress", "registry", "officialpage"})
package org.glasnik.pageduty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
