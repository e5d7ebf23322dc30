package org.glasnik.namematch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnik.access.BodyId;
import org.glasnik.platform.Language;
import org.springframework.stereotype.Component;

/**
 * Matches names as others write them to bodies of the register. Whoever calls may act on what is exact; everything else is for
 * a person, who is asked at {@code /bodies/matching} and whose answer holds from then on.
 */
@Component
public class NameMatching {
    private static final GenericWords WORDS = GenericWords.own();

    private final RegisterNames register;
    private final Decisions decisions;
    private final ReasonWords words;

    NameMatching(RegisterNames register, Decisions decisions, ReasonWords words) {
        this.register = register;
        this.decisions = decisions;
        this.words = words;
    }

    /** One answer for each line, in their order; the number of statements does not grow with the lines. */
    public List<NameMatch> match(List<NameLine> lines, Language reader) {
        List<Found> found = find(lines);
        List<DecisionKey> keys = lines.stream().map(DecisionKey::of).toList();
        Map<DecisionKey, Decision> decided = decisions.of(keys);
        Set<BodyId> ids = Stream.concat(
                        found.stream().flatMap(f -> f.candidates().stream()).map(Found.Candidate::body),
                        decided.values().stream().map(Decision::body).filter(java.util.Objects::nonNull))
                .collect(Collectors.toSet());
        Map<BodyId, RegisterNames.Shown> shown = register.shown(ids, reader);
        List<NameMatch> matches = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Decision decision = decided.get(keys.get(i));
            matches.add(
                    decision == null
                            ? match(found.get(i), shown, reader)
                            : new NameMatch(
                                    decision.body() == null ? Verdict.NONE : Verdict.EXACT,
                                    true,
                                    decision.body(),
                                    candidate(decision, shown)));
        }
        return matches;
    }

    private static List<NameMatch.Candidate> candidate(Decision decision, Map<BodyId, RegisterNames.Shown> shown) {
        RegisterNames.Shown body = decision.body() == null ? null : shown.get(decision.body());
        return body == null
                ? List.of()
                : List.of(new NameMatch.Candidate(body.id(), body.name(), body.code(), List.of()));
    }

    private NameMatch match(Found found, Map<BodyId, RegisterNames.Shown> shown, Language reader) {
        List<NameMatch.Candidate> candidates = new ArrayList<>();
        for (Found.Candidate candidate : found.candidates()) {
            RegisterNames.Shown body = shown.get(candidate.body());
            if (body != null) {
                candidates.add(new NameMatch.Candidate(
                        body.id(), body.name(), body.code(), words.of(candidate.reasons(), reader)));
            }
        }
        return new NameMatch(
                found.verdict(),
                false,
                found.verdict() == Verdict.EXACT ? found.candidates().getFirst().body() : null,
                candidates);
    }

    /** Without what people have decided. */
    List<Found> find(List<NameLine> lines) {
        NameIndex index = NameIndex.of(register.all(), WORDS);
        return lines.stream().map(index::match).toList();
    }
}
