package org.glasnik.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;

/**
 * What was asked as a query of the index. Scores are constants of the way in which a word was found, the best one counts, and
 * words add up: name as a whole, then code, word as written, its beginning, another form of it, a slip.
 */
final class AskedQuery {
    private static final float WHOLE = 20f;
    private static final float WHOLE_IN_READERS_LANGUAGE = 2f;
    private static final float WHOLE_AS_WRITTEN = 1f;
    /** For each word: more than what another name with the very words has before it. */
    private static final float WHOLE_IN_ANOTHER_FORM = 6f;

    private static final float KEY = 9f;
    private static final float WORD = 8f;
    private static final float START = 4f;
    private static final float STEM = 3f;
    private static final float READERS_STEM = 3.5f;
    private static final float ROOT = 2f;
    private static final float AROUND = 1.5f;
    private static final float SLIP = 1f;
    private static final float WEIGHT = 0.4f;
    private static final float HALF_WEIGHT = 50_000f;

    private AskedQuery() {}

    static Query of(Asked asked, Leniency leniency, Collection<String> seenBy) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        int clauses = 0;
        for (Asked.Chunk chunk : asked.chunks()) {
            boolean small = chunk.words().stream().allMatch(Asked.Word::small);
            boolean must = !small && leniency != Leniency.SOME;
            words.add(chunk(chunk, asked, leniency), must ? Occur.MUST : Occur.SHOULD);
            clauses++;
        }
        if (leniency == Leniency.SOME) {
            words.setMinimumNumberShouldMatch((clauses + 1) / 2);
        }
        all.add(words.build(), Occur.MUST);
        String language = asked.reader().source().tag();
        all.add(whole("", asked.whole(), WHOLE), Occur.SHOULD);
        all.add(whole(language, asked.whole(), WHOLE_IN_READERS_LANGUAGE), Occur.SHOULD);
        all.add(
                whole(
                        "~",
                        IndexedDocument.roots(asked.whole()),
                        WHOLE_IN_ANOTHER_FORM * asked.words().size()),
                Occur.SHOULD);
        all.add(whole("=", IndexedDocument.plain(asked.text()), WHOLE_AS_WRITTEN), Occur.SHOULD);
        all.add(
                FeatureField.newSaturationQuery(IndexedDocument.FEATURES, IndexedDocument.WEIGHT, WEIGHT, HALF_WEIGHT),
                Occur.SHOULD);
        List<BytesRef> tokens = seenBy.stream().map(BytesRef::new).toList();
        all.add(new TermInSetQuery(IndexedDocument.SEEN, tokens), Occur.FILTER);
        return all.build();
    }

    private static Query chunk(Asked.Chunk chunk, Asked asked, Leniency leniency) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        for (Asked.Word word : chunk.words()) {
            words.add(word(word, asked, leniency), word.small() ? Occur.SHOULD : Occur.MUST);
        }
        List<Query> ways = new ArrayList<>(List.of(words.build()));
        ways.add(term(IndexedDocument.KEY, chunk.key(), KEY));
        boolean last = chunk.words().getLast().last();
        if (last && chunk.key().length() > 1) {
            ways.add(
                    chunk.key().length() <= IndexedDocument.KEY_STARTS
                            ? term(IndexedDocument.KEY_START, chunk.key(), START)
                            : start(IndexedDocument.KEY, chunk.key(), START));
        }
        return best(ways);
    }

    private static Query word(Asked.Word word, Asked asked, Leniency leniency) {
        List<Query> ways = new ArrayList<>();
        for (String form : word.forms()) {
            ways.add(term(IndexedDocument.NAME, form, WORD));
            ways.add(term(IndexedDocument.AROUND, form, AROUND));
            if (word.last()) {
                ways.add(starting(form, START));
                if (form.length() >= IndexedDocument.STARTS) {
                    ways.add(start(IndexedDocument.AROUND, form, AROUND / 2));
                }
            }
        }
        String readers = asked.reader().source().tag() + ":";
        for (String stem : word.stems()) {
            ways.add(term(IndexedDocument.STEM, stem, stem.startsWith(readers) ? READERS_STEM : STEM));
            ways.add(term(IndexedDocument.AROUND, stem, AROUND));
        }
        for (String root : word.roots()) {
            ways.add(starting(root, ROOT));
            ways.add(start(IndexedDocument.AROUND, root, AROUND / 2));
        }
        slips(word, leniency, ways);
        return best(ways);
    }

    /** All words of the index within so many slips; whoever types may go on. */
    private static void slips(Asked.Word word, Leniency leniency, List<Query> ways) {
        for (String form : word.forms()) {
            int slips = leniency.slips(form);
            if (slips > 0) {
                ways.add(like(word, form, "", 1, SLIP));
            }
            if (slips > 1) {
                // The first letter is right where two may be wrong: looking for all is slow, and hardly one in a
                // hundred errs there.
                ways.add(like(word, form, form.substring(0, 1), slips, SLIP / 2));
            }
        }
    }

    private static Query like(Asked.Word word, String form, String sure, int slips, float score) {
        Automaton like = Slips.automaton(sure, form, slips, word.last());
        return constant(new AutomatonQuery(new Term(IndexedDocument.NAME, form), like, true), score);
    }

    private static Query starting(String form, float score) {
        return form.length() <= IndexedDocument.STARTS
                ? term(IndexedDocument.START, form, score)
                : start(IndexedDocument.NAME, form, score);
    }

    private static Query start(String field, String form, float score) {
        return constant(new PrefixQuery(new Term(field, form)), score);
    }

    private static Query whole(String of, String text, float score) {
        return term(IndexedDocument.WHOLE, IndexedDocument.whole(of, text), score);
    }

    private static Query term(String field, String term, float score) {
        return constant(new TermQuery(new Term(field, term)), score);
    }

    private static Query constant(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    private static Query best(List<Query> ways) {
        return new DisjunctionMaxQuery(ways, 0f);
    }
}
