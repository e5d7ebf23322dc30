package org.glasnik.namematch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Guesses which column of a table holds the names, and which the places. */
final class ColumnWords {
    /** @param context columns of places, in their order */
    record Guess(int name, List<Integer> context) {}

    private static final int LOOKED_AT = 50;

    private final Set<String> names = new HashSet<>();
    private final Set<String> places = new HashSet<>();

    ColumnWords() {
        try (InputStream in = ColumnWords.class.getResourceAsStream("column-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("column-words.txt is not there");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*"))
                    .forEach(parts -> (parts[0].equals("name") ? names : places).add(NameFold.of(parts[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Guess guess(List<String> headings, List<List<String>> rows) {
        List<Integer> context = new ArrayList<>();
        int name = -1;
        for (int c = 0; c < headings.size(); c++) {
            Set<String> words =
                    new HashSet<>(List.of(NameFold.of(headings.get(c)).split(" ", -1)));
            boolean place = words.stream().anyMatch(places::contains);
            if (place) {
                context.add(c);
            } else if (name < 0 && words.stream().anyMatch(names::contains)) {
                name = c;
            }
        }
        if (name < 0) {
            name = firstOfWords(headings.size(), rows);
        }
        context.remove((Integer) name);
        return new Guess(name, List.copyOf(context));
    }

    /** The first column in which most cells have letters. */
    private static int firstOfWords(int columns, List<List<String>> rows) {
        List<List<String>> first = rows.subList(0, Math.min(rows.size(), LOOKED_AT));
        for (int c = 0; c < columns; c++) {
            int column = c;
            long words = first.stream()
                    .filter(row -> row.size() > column
                            && row.get(column)
                                            .codePoints()
                                            .filter(Character::isLetter)
                                            .count()
                                    > 2)
                    .count();
            if (words * 2 > first.size()) {
                return c;
            }
        }
        return 0;
    }
}
