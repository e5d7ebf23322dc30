package org.glasnik.access;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnik.platform.Language;
import org.glasnik.platform.RequestUser;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, read anew for every request, so that a seat taken away is taken away at once. Repositories take a viewer and
 * put it into the query.
 *
 * @param person null for someone who is not signed in
 * @param secondFactor whether this session has passed a second factor
 * @param owesFactor whether this person's powers demand a second factor that the session lacks: no power holds until then
 */
public record Viewer(
        @Nullable PersonId person,
        @Override String name,
        @Nullable Language preferred,
        @Nullable ZoneId ownZone,
        boolean operator,
        Set<BodyId> organises,
        Set<BodyId> sitsIn,
        boolean secondFactor,
        boolean owesFactor)
        implements RequestUser {
    public static final Viewer NOBODY = new Viewer(null, "", null, null, false, Set.of(), Set.of(), false, false);

    @Override
    public @Nullable UUID id() {
        return person == null || owesFactor ? null : person.value();
    }

    /** What is owed is owed before anything counts: also on routes that answer everyone no power shows through. */
    public Viewer {
        if (owesFactor) {
            operator = false;
            organises = Set.of();
            sitsIn = Set.of();
        }
    }

    /** The person, on routes that only people reach. */
    public PersonId me() {
        if (person == null) {
            throw new IllegalStateException("Nobody is signed in");
        }
        return person;
    }

    @Override
    public Optional<Language> language() {
        return Optional.ofNullable(preferred);
    }

    @Override
    public Optional<ZoneId> zone() {
        return Optional.ofNullable(ownZone);
    }

    /** The same person before the second factor: no power holds. */
    public Viewer halfway() {
        return new Viewer(person, name, preferred, ownZone, operator, organises, sitsIn, false, true);
    }

    public boolean organiser() {
        return !organises.isEmpty();
    }

    public Set<Who> kinds() {
        EnumSet<Who> kinds = EnumSet.of(Who.ANYONE);
        if (person == null) {
            return kinds;
        }
        if (owesFactor) {
            kinds.add(Who.HALFWAY);
            return kinds;
        }
        kinds.add(Who.PERSON);
        if (!sitsIn.isEmpty()) {
            kinds.add(Who.MEMBER);
        }
        if (organiser()) {
            kinds.add(Who.ORGANISER);
        }
        if (operator) {
            kinds.add(Who.OPERATOR);
        }
        return kinds;
    }

    /** For {@code = any(:organises)}. */
    public UUID[] organisesIds() {
        return ids(organises);
    }

    /** For {@code = any(:sitsIn)}. */
    public UUID[] sitsInIds() {
        return ids(sitsIn);
    }

    private static UUID[] ids(Set<BodyId> bodies) {
        return bodies.stream().map(BodyId::value).toArray(UUID[]::new);
    }

    @Override
    public List<MenuLink> menu() {
        if (person == null || owesFactor) {
            return List.of();
        }
        List<MenuLink> menu = new ArrayList<>();
        menu.add(new MenuLink("access.menu.home", "/"));
        menu.add(new MenuLink("access.menu.bodies", "/bodies"));
        menu.add(new MenuLink("access.menu.pages", "/pages"));
        if (operator || organiser()) {
            menu.add(new MenuLink("access.menu.people", "/people"));
        }
        if (operator) {
            menu.add(new MenuLink("access.menu.operate", "/operate"));
        }
        return menu;
    }

    @Override
    public String toString() {
        return "Viewer " + (person == null ? "nobody" : person)
                + kinds().stream().map(Enum::name).collect(Collectors.joining(",", " ", ""));
    }
}
