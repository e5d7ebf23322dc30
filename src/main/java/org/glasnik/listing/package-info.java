/** Lists of every room: filters, order and pages in the address, and exports of just what is filtered. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package org.glasnik.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
