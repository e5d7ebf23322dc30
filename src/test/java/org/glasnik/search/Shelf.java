package org.glasnik.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnik.platform.Language;
import org.glasnik.search.SearchDocument.Text;
import org.jspecify.annotations.Nullable;

/** An index with nothing around it: names in, names out. */
final class Shelf implements AutoCloseable {
    final KindIndex index;
    private final Map<UUID, String> names = new HashMap<>();

    Shelf(Path folder) throws IOException {
        index = new KindIndex(folder);
    }

    static Text text(String text, @Nullable Language language) {
        return new Text(text, language);
    }

    /** @return its id, which hangs on the name alone */
    UUID add(double weight, List<Text> texts, List<Text> around, String... keys) {
        UUID id = UUID.nameUUIDFromBytes((texts + String.join(",", keys)).getBytes(StandardCharsets.UTF_8));
        names.put(id, texts.getFirst().text());
        put(new SearchDocument(id, texts, around, List.of(keys), Set.of(SeenBy.ANYONE), weight));
        return id;
    }

    UUID add(Language language, String name) {
        return add(1, List.of(text(name, language)), List.of());
    }

    void put(SearchDocument document) {
        try {
            index.put(List.of(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the best that are found with no leniency. */
    List<String> find(String typed) {
        return find(typed, Language.UK, Leniency.NONE, 10);
    }

    List<String> find(String typed, Language reader, Leniency leniency, int most) {
        return ids(typed, reader, leniency, Set.of(SeenBy.ANYONE), most).stream()
                .map(names::get)
                .toList();
    }

    /** With one slip, or with two where that finds nothing. */
    List<String> forgive(String typed, int most) {
        List<String> one = find(typed, Language.UK, Leniency.SLIP, most);
        return one.isEmpty() ? find(typed, Language.UK, Leniency.TWO_SLIPS, most) : one;
    }

    List<UUID> ids(String typed, Language reader, Leniency leniency, Set<SeenBy> who, int most) {
        try {
            index.show();
            Asked asked = Asked.of(typed, reader, new Stems());
            List<String> tokens = new ArrayList<>();
            who.forEach(one -> tokens.add(one.token()));
            return asked.empty() ? List.of() : index.best(AskedQuery.of(asked, leniency, tokens), most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
