package org.glasnik.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.glasnik.language.Fold;
import org.glasnik.platform.Language;

/**
 * What somebody looks for, as words and nothing else: no sign has a meaning of its own.
 *
 * @param text as it is shown again: one line, control characters left out
 * @param chunks what stands between spaces, a code or an address perhaps
 * @param whole folded
 * @param reader whose names go before others
 */
record Asked(String text, List<Chunk> chunks, String whole, Language reader) {
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 10;

    /** @param key for comparison with codes and addresses */
    record Chunk(String key, List<Word> words) {}

    /**
     * @param forms how it may be folded
     * @param stems what its forms share, in any language
     * @param roots without the endings of cases
     * @param small of one or two letters, as prepositions are: a document may lack it
     * @param last whoever types may go on with it
     */
    record Word(String text, Set<String> forms, Set<String> stems, Set<String> roots, boolean small, boolean last) {}

    static Asked of(String typed, Language reader, Stems stems) {
        String line = typed.codePoints()
                .map(c -> Character.isWhitespace(c) || Character.isISOControl(c) || Character.isSpaceChar(c) ? ' ' : c)
                .filter(c -> Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.SURROGATE)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip()
                .replaceAll(" +", " ");
        List<String> parts = new ArrayList<>();
        List<List<String>> wordsOfParts = new ArrayList<>();
        int words = 0;
        for (String part : line.split(" ")) {
            List<String> found = Fold.words(part).stream()
                    .map(word -> IndexedDocument.cut(word.text()))
                    .filter(word -> !Fold.word(word).isEmpty())
                    .limit(MOST_WORDS - words)
                    .toList();
            if (!found.isEmpty()) {
                parts.add(part);
                wordsOfParts.add(found);
                words += found.size();
            }
        }
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            chunks.add(chunk(parts.get(i), wordsOfParts.get(i), i == parts.size() - 1, stems));
        }
        return new Asked(line, chunks, Fold.of(line), reader);
    }

    private static Chunk chunk(String part, List<String> words, boolean lastChunk, Stems stems) {
        List<Word> made = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String text = words.get(i);
            boolean last = lastChunk && i == words.size() - 1;
            Set<String> forms = Fold.forms(text);
            Set<String> roots = new LinkedHashSet<>();
            for (String form : forms) {
                String root = Fold.root(form);
                if (root != null) {
                    roots.add(root);
                }
            }
            boolean small = !last && text.length() <= 2 && text.chars().noneMatch(Character::isDigit);
            made.add(new Word(text, forms, stems.terms(text, null), roots, small, last));
        }
        return new Chunk(Keys.of(part), made);
    }

    List<Word> words() {
        return chunks.stream().flatMap(chunk -> chunk.words().stream()).toList();
    }

    boolean empty() {
        return chunks.isEmpty();
    }
}
