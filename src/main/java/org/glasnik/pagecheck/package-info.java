/** "Is this page official?": a plain answer for everyone, by address or name, here and inside other sites. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "access", "pageaddress", "registry"})
package org.glasnik.pagecheck;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
