package org.glasnik.namematch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds names that share pairs of letters with another, so that not each has to be compared with each. */
final class SimilarNames {
    private static final int MOST = 40;

    private final List<String> names;
    private final Map<Integer, int[]> byPair = new HashMap<>();

    SimilarNames(Collection<String> all) {
        names = List.copyOf(all);
        Map<Integer, List<Integer>> lists = new HashMap<>();
        for (int n = 0; n < names.size(); n++) {
            int number = n;
            pairs(names.get(n))
                    .forEach(pair ->
                            lists.computeIfAbsent(pair, p -> new ArrayList<>()).add(number));
        }
        lists.forEach((pair, numbers) ->
                byPair.put(pair, numbers.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** The {@value #MOST} that share most. */
    Collection<String> to(String name) {
        int[] shared = new int[names.size()];
        Collection<Integer> pairs = pairs(name);
        for (int pair : pairs) {
            for (int n : byPair.getOrDefault(pair, new int[0])) {
                shared[n]++;
            }
        }
        // A third of the pairs are left even where two letters of ten differ.
        int least = Math.max(1, pairs.size() / 3);
        return Arrays.stream(java.util.stream.IntStream.range(0, shared.length)
                        .filter(n -> shared[n] >= least)
                        .toArray())
                .boxed()
                .sorted(Comparator.comparingInt((Integer n) ->
                        -2 * shared[n] * 1000 / (pairs.size() + names.get(n).length() + 1)))
                .limit(MOST)
                .map(names::get)
                .toList();
    }

    /** With the borders of the word, so that its beginning counts. */
    private static Collection<Integer> pairs(String name) {
        String bordered = " " + name + " ";
        java.util.LinkedHashSet<Integer> pairs = new java.util.LinkedHashSet<>();
        for (int i = 1; i < bordered.length(); i++) {
            pairs.add(bordered.charAt(i - 1) << 16 | bordered.charAt(i));
        }
        return pairs;
    }
}
