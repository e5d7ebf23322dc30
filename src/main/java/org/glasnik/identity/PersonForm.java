package org.glasnik.identity;

import org.jspecify.annotations.Nullable;

/** A person's record as the operator's browser sends it. */
record PersonForm(@Nullable String version, @Nullable String name) {}
