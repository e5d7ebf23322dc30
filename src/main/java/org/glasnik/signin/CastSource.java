package org.glasnik.signin;

import java.util.List;
import org.glasnik.access.PersonId;
import org.glasnik.platform.Language;

/** Asked in demo mode only: whose part a visitor may take with one click. */
public interface CastSource {
    /**
     * @param name in the reader's language and script
     * @param does message key of what this person does
     */
    record Member(PersonId person, String name, String does) {}

    List<Member> cast(Language language);
}
