/** Addresses of pages on the main platforms: every spelling of one page is read as the same, and imitations are told. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.glasnik.pageaddress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
