/** House tests: what STYLE.md promises and a machine can hold. Threshold zero. */
@org.jspecify.annotations.NullMarked
package org.glasnik.house;
