package org.glasnik.file;

import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.jspecify.annotations.Nullable;

/** Whose file it is: a person's (it goes when that person's data are erased) or a body's (it stays with the body). */
public record FileOwner(@Nullable PersonId person, @Nullable BodyId body) {
    public FileOwner {
        if ((person == null) == (body == null)) {
            throw new IllegalArgumentException("A file is a person's or a body's");
        }
    }

    public static FileOwner person(PersonId person) {
        return new FileOwner(person, null);
    }

    public static FileOwner body(BodyId body) {
        return new FileOwner(null, body);
    }
}
