package org.glasnik.identity;

import org.glasnik.access.PersonId;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.springframework.stereotype.Component;

/** Makes the first operator of an installation: from the command line, where there is no other to do it. */
@Component
public class Operators {
    private final PersonRecords records;
    private final Deeds deeds;

    Operators(PersonRecords records, Deeds deeds) {
        this.records = records;
        this.deeds = deeds;
    }

    /** Call inside a transaction. Someone who is an operator stays one. */
    public void grant(PersonId person) {
        if (records.setOperator(person, true)) {
            deeds.recordOwn(Deed.of("person.operatorGranted", "person", person.value()).about(person));
        }
    }
}
