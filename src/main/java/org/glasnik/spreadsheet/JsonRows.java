package org.glasnik.spreadsheet;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** JSON as our own exports write it: an array of flat objects, each key a heading. */
final class JsonRows implements RowSource {
    /** Objects whose keys are the headings. */
    private static final int FIRST = 100;

    private static final int LONGEST_NUMBER = 400;

    private final JsonParser json;
    private final Map<String, Integer> columns;
    private final boolean growing;
    private boolean headed;
    private int row;
    private boolean started;

    private JsonRows(JsonParser json, Map<String, Integer> columns, boolean growing) {
        this.json = json;
        this.columns = columns;
        this.growing = growing;
        this.headed = growing;
    }

    static Table open(Path file, CharsetGuess charset, TableLimits limits) throws IOException, TableRefused {
        if (!charset.charset().name().startsWith("UTF-")) {
            throw TableRefused.row("charset", 1);
        }
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(FIRST)
                        .maxNameLength(limits.cell())
                        .maxStringLength(limits.cell() * 4)
                        .build())
                .build();
        Map<String, Integer> columns = new HashMap<>();
        try (JsonRows first = new JsonRows(parser(factory, charset.reader(file)), columns, true)) {
            while (first.row < FIRST && first.next() != null) {
                if (columns.size() > limits.columns()) {
                    throw TableRefused.file("columns", "most", limits.columns());
                }
            }
        }
        return CleanTable.of(
                TableFormat.json(charset.charset().name()),
                limits,
                new JsonRows(parser(factory, charset.reader(file)), columns, false));
    }

    private static JsonParser parser(JsonFactory factory, Reader reader) {
        return factory.createParser(ObjectReadContext.empty(), reader);
    }

    @Override
    public @Nullable Row next() throws IOException, TableRefused {
        if (!headed) {
            headed = true;
            List<String> names = new ArrayList<>(Collections.nCopies(columns.size(), ""));
            columns.forEach((name, c) -> names.set(c, name));
            return new Row(0, names);
        }
        try {
            if (!started) {
                started = true;
                if (json.nextToken() != JsonToken.START_ARRAY) {
                    throw TableRefused.file("objects");
                }
            }
            JsonToken token = json.nextToken();
            if (token == JsonToken.END_ARRAY) {
                if (json.nextToken() != null) {
                    throw TableRefused.row("json", line());
                }
                return null;
            }
            row++;
            if (token != JsonToken.START_OBJECT) {
                throw token == null ? TableRefused.row("json", line()) : TableRefused.file("objects");
            }
            return new Row(row, object());
        } catch (StreamConstraintsException e) {
            throw TableRefused.row("long", Math.max(1, row));
        } catch (JacksonException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof CharacterCodingException) {
                    throw TableRefused.row("charset", line());
                }
            }
            throw TableRefused.row("json", line());
        }
    }

    private int line() {
        return Math.max(1, json.currentLocation().getLineNr());
    }

    private List<String> object() throws TableRefused {
        List<String> cells = new ArrayList<>(Collections.nCopies(columns.size(), ""));
        for (JsonToken token = json.nextToken(); token != JsonToken.END_OBJECT; token = json.nextToken()) {
            String name = json.currentName();
            Integer column = columns.get(name);
            if (column == null && growing) {
                column = columns.size();
                columns.put(name, column);
                cells.add("");
            }
            json.nextToken();
            String value = value(name);
            if (column != null) {
                cells.set(column, value);
            } else if (!value.isEmpty()) {
                throw refused("key", name);
            }
        }
        return cells;
    }

    private TableRefused refused(String what, String name) {
        String shown = name.length() > FIRST ? name.substring(0, FIRST) + "…" : name;
        return TableRefused.row(what, row).with("key", shown);
    }

    private String value(String name) throws TableRefused {
        return switch (json.currentToken()) {
            case START_OBJECT -> throw refused("nested", name);
            case START_ARRAY -> {
                List<String> all = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    if (json.currentToken() == JsonToken.START_OBJECT || json.currentToken() == JsonToken.START_ARRAY) {
                        throw refused("nested", name);
                    }
                    all.add(scalar());
                }
                yield String.join("; ", all);
            }
            default -> scalar();
        };
    }

    private String scalar() {
        return switch (json.currentToken()) {
            case VALUE_NULL -> "";
            case VALUE_NUMBER_FLOAT -> plain(json.getString());
            default -> json.getString();
        };
    }

    /** 1.50 stays as it is written, 2.0 is 2, 1e3 is 1000. */
    private static String plain(String number) {
        BigDecimal value = new BigDecimal(number);
        if (Math.abs((long) value.scale()) > LONGEST_NUMBER) {
            return number;
        }
        BigDecimal bare = value.stripTrailingZeros();
        return bare.scale() <= 0 ? bare.toPlainString() : value.toPlainString();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
