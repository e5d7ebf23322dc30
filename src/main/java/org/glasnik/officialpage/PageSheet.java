package org.glasnik.officialpage;

import java.util.Map;
import org.glasnik.access.Viewer;
import org.glasnik.listing.Sheet;
import org.glasnik.platform.BaseUrl;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The columns of the published list, as docs/open-data.md describes them: JSON has codes for programs, the tables have words for
 * people.
 */
@Component
class PageSheet {
    private final PageWords words;
    private final Texts texts;
    private final BaseUrl base;

    PageSheet(PageWords words, Texts texts, BaseUrl base) {
        this.words = words;
        this.texts = texts;
        this.base = base;
    }

    Sheet<PageRow> of(boolean codes, Viewer viewer, Language reader) {
        Map<String, String> platforms = words.platforms(reader);
        Map<String, String> categories = words.categories(reader);
        Map<String, String> statuses = words.statuses(reader);
        Map<String, String> proofs = words.proofs(reader);
        Sheet<PageRow> sheet = Sheet.<PageRow>of("pages")
                .with("address", heading(reader, "address"), PageRow::address)
                .with(
                        "platform",
                        heading(reader, "platform"),
                        row -> said(codes, platforms, row.platform().tag()))
                .with("handle", heading(reader, "handle"), PageRow::handle)
                .with("bodyCode", heading(reader, "bodyCode"), PageRow::bodyCode)
                .with("body", heading(reader, "body"), row -> row.bodyName().text())
                .with(
                        "status",
                        heading(reader, "status"),
                        row -> said(codes, statuses, row.status().tag()))
                .with(
                        "category",
                        heading(reader, "category"),
                        row -> row.category() == null
                                ? null
                                : said(codes, categories, row.category().tag()))
                .with("purpose", heading(reader, "purpose"), PageRow::purpose)
                .with("unit", heading(reader, "unit"), PageRow::unit)
                .with("languages", heading(reader, "languages"), PageRow::languages)
                .with("openedOn", heading(reader, "openedOn"), PageRow::openedOn)
                .with("archivedOn", heading(reader, "archivedOn"), PageRow::archivedOn)
                .with("reviewedOn", heading(reader, "reviewedOn"), PageRow::reviewedOn)
                .with("reviewDueOn", heading(reader, "dueOn"), PageRow::dueOn)
                .with(
                        "proof",
                        heading(reader, "proof"),
                        row -> row.proof() == null
                                ? null
                                : said(codes, proofs, row.proof().kind().tag()))
                .with(
                        "provedOn",
                        heading(reader, "provedOn"),
                        row -> row.proof() == null ? null : row.proof().seenOn())
                .with("record", heading(reader, "record"), row -> base.of("/pages/" + row.id()));
        return viewer.operator() || viewer.organiser() || !viewer.sitsIn().isEmpty()
                ? sheet.with("responsible", heading(reader, "responsible"), PageRow::responsible)
                        .with("administrators", heading(reader, "administrators"), PageRow::administrators)
                : sheet;
    }

    private static @Nullable String said(boolean codes, Map<String, String> words, String tag) {
        return codes ? tag : words.get(tag);
    }

    private String heading(Language reader, String column) {
        return texts.text(reader, "officialpage.field." + column);
    }
}
