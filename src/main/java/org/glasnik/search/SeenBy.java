package org.glasnik.search;

import java.util.Set;
import java.util.TreeSet;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;

/** Someone to whom a document may be proposed. What is shown in the end is decided in the query of its source. */
public final class SeenBy {
    public static final SeenBy ANYONE = new SeenBy("a");
    public static final SeenBy OPERATOR = new SeenBy("r");

    private final String token;

    private SeenBy(String token) {
        this.token = token;
    }

    public static SeenBy organisersOf(BodyId body) {
        return new SeenBy("o" + body);
    }

    public static SeenBy membersOf(BodyId body) {
        return new SeenBy("m" + body);
    }

    public static SeenBy person(PersonId person) {
        return new SeenBy("p" + person);
    }

    String token() {
        return token;
    }

    /** All that one viewer is. */
    static Set<String> tokens(Viewer viewer) {
        Set<String> tokens = new TreeSet<>(Set.of(ANYONE.token));
        if (viewer.operator()) {
            tokens.add(OPERATOR.token);
        }
        viewer.organises().forEach(body -> tokens.add(organisersOf(body).token));
        viewer.sitsIn().forEach(body -> tokens.add(membersOf(body).token));
        if (viewer.id() != null) {
            tokens.add(person(viewer.me()).token);
        }
        return tokens;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeenBy it && it.token.equals(token);
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }

    @Override
    public String toString() {
        return token;
    }
}
