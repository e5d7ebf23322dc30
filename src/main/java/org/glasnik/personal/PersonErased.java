package org.glasnik.personal;

import java.util.Set;
import org.glasnik.access.PersonId;

/**
 * For what columns cannot say: files on the disk, sessions, seats. Called in the transaction of the erasure, before any row is
 * gone; called again for the same people whenever erasures are applied anew.
 */
public interface PersonErased {
    void erased(Set<PersonId> people);
}
