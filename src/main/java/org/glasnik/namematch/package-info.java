/** Names as others write them, matched to the bodies of the register: what is not certain a person decides, once. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "listing", "access", "deed", "language", "spreadsheet", "registry"})
package org.glasnik.namematch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
