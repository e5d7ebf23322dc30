package org.glasnik.namematch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.glasnik.access.BodyId;
import org.glasnik.namematch.AskedName.Place;
import org.glasnik.namematch.GenericWords.Bare;
import org.jspecify.annotations.Nullable;

/** All names of all bodies, made ready for many lines. Not for several threads: it remembers places it was asked for. */
final class NameIndex {
    /** A name of a body. */
    record Entry(NamedBody body, String full, Bare bare, String loose, String stem, boolean former) {}

    /** A place of a line: the bodies that are called so; none where the register does not know it. */
    record KnownPlace(Place place, Set<BodyId> bodies) {}

    private final GenericWords words;
    private final Map<BodyId, NamedBody> bodies = new HashMap<>();
    private final Map<String, List<Entry>> byName = new HashMap<>();
    private final Map<String, List<Entry>> byLoose = new HashMap<>();
    private final Map<String, List<Entry>> byStem = new HashMap<>();
    private final Set<BodyId> above = new HashSet<>();
    private final Map<Place, Set<BodyId>> places = new HashMap<>();
    private final SimilarNames similar;

    private NameIndex(Collection<NamedBody> all, GenericWords words) {
        this.words = words;
        for (NamedBody body : all) {
            bodies.put(body.id(), body);
            if (body.parent() != null) {
                above.add(body.parent());
            }
            Set<String> seen = new HashSet<>();
            for (NamedBody.Name name : body.names()) {
                add(body, name, seen);
            }
        }
        similar = new SimilarNames(byLoose.keySet());
    }

    static NameIndex of(Collection<NamedBody> bodies, GenericWords words) {
        return new NameIndex(bodies, words);
    }

    private void add(NamedBody body, NamedBody.Name name, Set<String> seen) {
        String full = NameFold.of(name.text());
        if (full.isEmpty() || !seen.add(full + name.former())) {
            return;
        }
        Bare bare = words.bare(full);
        String loose = NameFold.loose(bare.name());
        Entry entry = new Entry(body, full, bare, loose, NameFold.stem(bare.name()), name.former());
        byName.computeIfAbsent(bare.name(), n -> new ArrayList<>()).add(entry);
        byLoose.computeIfAbsent(loose, n -> new ArrayList<>()).add(entry);
        byStem.computeIfAbsent(entry.stem(), n -> new ArrayList<>()).add(entry);
    }

    Found match(NameLine line) {
        AskedName asked = AskedName.of(line, words);
        if (asked.bare().name().isEmpty()) {
            return new Found(Verdict.NONE, List.of());
        }
        return new Matching(this, asked).found();
    }

    List<Entry> equal(String name) {
        return byName.getOrDefault(name, List.of());
    }

    List<Entry> loose(String loose) {
        return byLoose.getOrDefault(loose, List.of());
    }

    List<Entry> ofStem(String stem) {
        return byStem.getOrDefault(stem, List.of());
    }

    /** Names that share many letters, in no order. */
    Collection<String> near(String loose) {
        return similar.to(loose);
    }

    NamedBody body(BodyId id) {
        return Objects.requireNonNull(bodies.get(id));
    }

    boolean has(BodyId id) {
        return bodies.containsKey(id);
    }

    KnownPlace known(Place place) {
        return new KnownPlace(place, places.computeIfAbsent(place, this::look));
    }

    private Set<BodyId> look(Place place) {
        Set<BodyId> found = new HashSet<>();
        for (Entry entry : equal(place.bare().name())) {
            boolean fits = !place.bare().stripped()
                    || place.bare().kinds().contains(entry.body().kind());
            if (fits && above.contains(entry.body().id())) {
                found.add(entry.body().id());
            }
        }
        return found;
    }

    /** Whether it is one of those or lies in one. */
    boolean within(NamedBody body, Set<BodyId> places) {
        int steps = 0;
        for (NamedBody b = body; b != null && steps < 50; b = parent(b), steps++) {
            if (places.contains(b.id())) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    NamedBody parent(NamedBody body) {
        return body.parent() == null ? null : bodies.get(body.parent());
    }
}
