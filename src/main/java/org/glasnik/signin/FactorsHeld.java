package org.glasnik.signin;

import org.glasnik.access.PersonId;

/** Asked at sign-in: whoever holds a second factor owes it, whether or not a seat demands one. */
public interface FactorsHeld {
    boolean holds(PersonId person);
}
