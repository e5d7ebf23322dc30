package org.glasnik.namematch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glasnik.access.BodyId;
import org.glasnik.namematch.Found.Candidate;
import org.glasnik.namematch.GenericWords.Bare;
import org.glasnik.namematch.NameIndex.Entry;
import org.glasnik.namematch.NameIndex.KnownPlace;
import org.glasnik.namematch.Reason.What;
import org.jspecify.annotations.Nullable;

/** One line against the index. */
final class Matching {
    /** No name is so long; comparing letters of such texts would only take time. */
    private static final int LONGEST = 160;

    private final NameIndex index;
    private final AskedName asked;
    private final List<KnownPlace> places;
    private final Map<BodyId, Candidate> best = new HashMap<>();
    private final Set<BodyId> certain = new HashSet<>();

    Matching(NameIndex index, AskedName asked) {
        this.index = index;
        this.asked = asked;
        this.places = asked.places().stream().map(index::known).toList();
    }

    Found found() {
        String name = asked.bare().name();
        for (Entry entry : index.equal(name)) {
            offer(entry, Scores.EQUAL, Reason.of(What.EQUAL));
        }
        if (certain.size() != 1) {
            others(name);
        }
        if (best.values().stream().noneMatch(c -> c.score() >= Scores.LEAST)
                && !asked.town().isEmpty()) {
            for (Entry entry : index.equal(asked.town())) {
                offer(entry, Scores.EQUAL + Scores.BY_TOWN, Reason.of(What.TOWN, asked.town()));
            }
        }
        successors();
        List<Candidate> ranked = best.values().stream()
                .sorted(Comparator.comparingInt((Candidate c) -> -c.score())
                        .thenComparing(c -> index.body(c.body()).code()))
                .toList();
        Verdict verdict = verdict(ranked);
        // What is certain stands first, whatever the rest of its score.
        List<Candidate> kept = ranked.stream()
                .sorted(Comparator.comparing((Candidate c) -> verdict != Verdict.EXACT || !certain.contains(c.body())))
                .limit(verdict == Verdict.EXACT ? 1 : Scores.KEPT)
                .toList();
        return new Found(verdict, kept);
    }

    private void others(String name) {
        String loose = NameFold.loose(name);
        for (Entry entry : index.loose(loose)) {
            offer(entry, Scores.LOOSE, Reason.of(What.LOOSE));
        }
        String stem = NameFold.stem(name);
        if (stem.length() >= 4) {
            for (Entry entry : index.ofStem(stem)) {
                offer(entry, Scores.STEM, Reason.of(What.STEM));
            }
        }
        if (loose.length() > LONGEST) {
            return;
        }
        for (String near : index.near(loose)) {
            int most = Distance.forgiven(Math.min(loose.length(), near.length()));
            int distance = most == 0 ? 1 : Distance.between(loose, near, most);
            int shorter = Math.min(loose.length(), near.length());
            boolean begins = shorter >= 8
                    && 4 * shorter >= 3 * Math.max(loose.length(), near.length())
                    && (loose.startsWith(near) || near.startsWith(loose));
            for (Entry entry : index.loose(near)) {
                if (distance > 0 && distance <= most) {
                    offer(
                            entry,
                            Scores.LETTERS - Scores.EACH_LETTER * distance,
                            Reason.of(What.LETTERS, String.valueOf(distance)));
                }
                if (begins) {
                    offer(entry, Scores.BEGINNING, Reason.of(What.BEGINNING));
                }
            }
        }
    }

    private void offer(Entry entry, int likeness, Reason reason) {
        List<Reason> reasons = new ArrayList<>(List.of(reason));
        int score = likeness;
        boolean sure = likeness == Scores.EQUAL;
        if (entry.former()) {
            score += Scores.FORMER;
            reasons.add(Reason.of(What.FORMER));
        }
        for (KnownPlace place : places) {
            if (place.bodies().isEmpty()) {
                sure = false;
                reasons.add(Reason.of(What.UNKNOWN_PLACE, place.place().written()));
            } else if (index.within(entry.body(), place.bodies())) {
                score += Scores.PLACE;
                reasons.add(Reason.of(What.PLACE, place.place().written()));
            } else {
                sure = false;
                score += Scores.ELSEWHERE;
                reasons.add(Reason.of(What.ELSEWHERE, place.place().written()));
            }
        }
        Bare bare = asked.bare();
        if (bare.stripped() && !bare.kinds().contains(entry.body().kind())) {
            sure = false;
            score += Scores.KIND;
            reasons.add(Reason.of(What.KIND));
        }
        if (!bare.types().isEmpty() && !entry.bare().types().isEmpty()) {
            boolean same = bare.types().equals(entry.bare().types());
            sure &= same;
            score += same ? Scores.SAME_TYPE : Scores.TYPE;
            if (!same) {
                reasons.add(Reason.of(What.TYPE));
            }
        }
        if (entry.body().ended()) {
            score += Scores.ENDED;
            reasons.add(Reason.of(What.ENDED));
        }
        BodyId id = entry.body().id();
        if (sure) {
            certain.add(id);
        }
        Candidate before = best.get(id);
        if (before == null || before.score() < score) {
            best.put(id, new Candidate(id, score, List.copyOf(reasons)));
        }
    }

    /** Whoever goes on with what a candidate did that is no more. */
    private void successors() {
        for (Candidate candidate : List.copyOf(best.values())) {
            if (index.body(candidate.body()).ended() && candidate.score() >= Scores.LEAST) {
                for (BodyId id : index.body(candidate.body()).successors()) {
                    if (index.has(id) && !best.containsKey(id)) {
                        best.put(
                                id,
                                new Candidate(
                                        id,
                                        candidate.score() + Scores.ENDED,
                                        List.of(Reason.of(
                                                What.SUCCESSOR,
                                                index.body(candidate.body()).code()))));
                    }
                }
            }
        }
    }

    private Verdict verdict(List<Candidate> ranked) {
        NamedBody only = only();
        if (only != null && !only.ended()) {
            return Verdict.EXACT;
        }
        if (ranked.isEmpty() || ranked.getFirst().score() < Scores.LEAST) {
            return Verdict.NONE;
        }
        int first = ranked.getFirst().score();
        int second = ranked.size() < 2 ? 0 : ranked.get(1).score();
        return first - second >= Scores.AHEAD ? Verdict.LIKELY : Verdict.AMBIGUOUS;
    }

    /**
     * The one body whose words are equal and that nothing speaks against. Where the line gives no place, any namesake
     * anywhere speaks against it; a type that only one of them tells does not decide between two.
     */
    private @Nullable NamedBody only() {
        return certain.size() == 1 ? index.body(certain.iterator().next()) : null;
    }
}
