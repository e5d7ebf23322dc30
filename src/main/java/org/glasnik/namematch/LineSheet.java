package org.glasnik.namematch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.glasnik.listing.Exporting;
import org.glasnik.listing.Sheet;
import org.glasnik.namematch.NameLines.Line;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.springframework.stereotype.Component;

/** A list as it is taken away: the columns that were brought, and beside them what was found. */
@Component
class LineSheet {
    private final ViewingLines viewing;
    private final Texts texts;

    LineSheet(ViewingLines viewing, Texts texts) {
        this.viewing = viewing;
        this.texts = texts;
    }

    Sheet<LineView> of(NameList list, Language reader) {
        Sheet<LineView> sheet = Sheet.<LineView>of("matched")
                .with("number", heading(reader, "number"), v -> v.line().number());
        int columns = list.headings().isEmpty()
                ? 1 + list.contextColumns().size()
                : list.headings().size();
        for (int c = 0; c < columns; c++) {
            int column = c;
            sheet = sheet.with(
                    "column" + (c + 1),
                    list.headings().isEmpty()
                            ? texts.text(reader, c == 0 ? "namematch.lines.column.name" : "namematch.lines.place")
                            : list.headings().get(c),
                    v -> column < v.line().cells().size() ? v.line().cells().get(column) : "");
        }
        return sheet.with(
                        "fate",
                        heading(reader, "fate"),
                        v -> texts.text(
                                reader, "namematch.fate." + v.line().fate().tag()))
                .with(
                        "verdict",
                        texts.text(reader, "namematch.lines.verdict"),
                        v -> v.line().fate().tag())
                .with(
                        "code",
                        texts.text(reader, "namematch.lines.code"),
                        v -> v.body() == null ? "" : v.body().code())
                .with(
                        "body",
                        heading(reader, "body"),
                        v -> v.body() == null ? "" : v.body().name().text())
                .with(
                        "offered",
                        texts.text(reader, "namematch.lines.offered"),
                        v -> v.body() != null || v.choices().isEmpty()
                                ? ""
                                : v.choices().getFirst().body().code())
                .with(
                        "reasons",
                        texts.text(reader, "namematch.lines.reasons"),
                        v -> v.choices().isEmpty()
                                ? ""
                                : String.join("; ", v.choices().getFirst().reasons()));
    }

    /** In chunks, so that names are asked for a few times and not once a line. */
    Stream<LineView> rows(Stream<Line> lines, Language reader) {
        List<Line> all;
        try (lines) {
            all = lines.toList();
        }
        List<LineView> views = new ArrayList<>();
        for (int from = 0; from < all.size(); from += Exporting.FETCHED) {
            views.addAll(viewing.of(all.subList(from, Math.min(all.size(), from + Exporting.FETCHED)), reader));
        }
        return views.stream();
    }

    private String heading(Language reader, String column) {
        return texts.text(reader, "namematch.lines.column." + column);
    }
}
