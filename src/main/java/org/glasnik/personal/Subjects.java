package org.glasnik.personal;

import java.util.Map;
import java.util.Set;
import org.glasnik.access.PersonId;
import org.glasnik.platform.MailAddress;

/** Whose data they are: asked here, answered by the module that knows people. */
public interface Subjects {
    /** @param lastOperator whether nobody could run the installation without this person */
    record Subject(PersonId id, String name, MailAddress mail, boolean lastOperator) {}

    /** Whoever is erased is left out. */
    Map<PersonId, Subject> of(Set<PersonId> people);
}
