/** What tests share: one embedded PostgreSQL, one application, one browser, one cast, one clock. */
@NullMarked
package org.glasnik.testing;

import org.jspecify.annotations.NullMarked;
