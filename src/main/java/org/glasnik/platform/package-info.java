/** Screens, texts, forms, tables, SQL parameters, jobs and limits: what every room uses, without a word of the product. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.glasnik.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
