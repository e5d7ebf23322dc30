package org.glasnik.listing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** One array of objects, texts as they are. */
final class JsonFormat implements SheetFormat {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    @Override
    public String type() {
        return "application/json";
    }

    @Override
    public <R> void write(Sheet<R> sheet, Iterator<R> rows, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartArray();
            while (rows.hasNext()) {
                R row = rows.next();
                json.writeStartObject();
                for (Sheet.Column<R> column : sheet.columns()) {
                    json.writeName(column.key());
                    cell(json, column.value().apply(row));
                }
                json.writeEndObject();
                json.writeRaw('\n');
            }
            json.writeEndArray();
        }
    }

    private static void cell(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Number n -> json.writePOJO(n);
            case Boolean b -> json.writeBoolean(b);
            default -> json.writeString(value.toString());
        }
    }
}
