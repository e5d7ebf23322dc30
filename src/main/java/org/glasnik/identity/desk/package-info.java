/** The first page of everyone: what waits for a person, gathered from all modules; and the pages about Glasnik itself. */
@NullMarked
@NamedInterface("desk")
package org.glasnik.identity.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
