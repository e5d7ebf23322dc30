@NullMarked
package org.glasnik;

import org.jspecify.annotations.NullMarked;
