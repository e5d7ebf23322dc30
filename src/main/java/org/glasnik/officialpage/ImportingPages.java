package org.glasnik.officialpage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.importing.Fate;
import org.glasnik.importing.ImportColumn;
import org.glasnik.importing.ImportKind;
import org.glasnik.platform.Language;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Official pages out of a table: the address, in any spelling, is the key. */
@Component
@Order(3)
class ImportingPages implements ImportKind {
    static final List<ImportColumn> COLUMNS = List.of(
            ImportColumn.of("address", "officialpage.field.address", "url", "service_url", "link", "адреса", "адрес")
                    .needed(),
            ImportColumn.of("bodyCode", "officialpage.field.bodyCode", "code", "body code", "edrpou")
                    .needed()
                    .orForAll(),
            ImportColumn.of("purpose", "officialpage.field.purpose", "purpose", "short_description", "description"),
            ImportColumn.of("unit", "officialpage.field.unit", "unit", "organization", "department"),
            ImportColumn.of("category", "officialpage.field.category", "category")
                    .orForAll(),
            ImportColumn.of("status", "officialpage.field.status", "status").orForAll(),
            ImportColumn.of("languages", "officialpage.field.languages", "language", "languages")
                    .orForAll(),
            ImportColumn.of("responsible", "officialpage.import.responsible", "responsible", "responsible mail"),
            ImportColumn.of("openedOn", "officialpage.field.openedOn", "opened", "created_at", "created"),
            ImportColumn.of("reviewedOn", "officialpage.field.reviewedOn", "reviewed", "updated_at", "updated"));

    /** Field of the form to message key of its name. */
    static final Map<String, String> LABELS = labels();

    private final Pages pages;
    private final PageBatches batches;
    private final ReadingPage reading;
    private final PageWords words;
    private final PageDeeds pageDeeds;
    private final Deeds deeds;
    private final Today today;

    ImportingPages(
            Pages pages,
            PageBatches batches,
            ReadingPage reading,
            PageWords words,
            PageDeeds pageDeeds,
            Deeds deeds,
            Today today) {
        this.pages = pages;
        this.batches = batches;
        this.reading = reading;
        this.words = words;
        this.pageDeeds = pageDeeds;
        this.deeds = deeds;
        this.today = today;
    }

    private static Map<String, String> labels() {
        Map<String, String> labels =
                new HashMap<>(COLUMNS.stream().collect(Collectors.toMap(ImportColumn::key, ImportColumn::label)));
        labels.put("body", "officialpage.field.bodyCode");
        labels.put("otherLanguages", "officialpage.field.languages");
        return Map.copyOf(labels);
    }

    @Override
    public String code() {
        return "pages";
    }

    @Override
    public List<ImportColumn> columns() {
        return COLUMNS;
    }

    @Override
    public Map<String, String> choices(String column, Viewer viewer, Language reader) {
        Map<String, String> statuses = words.statuses(reader);
        statuses.remove(PageStatus.ARCHIVED.tag());
        return switch (column) {
            case "category" -> words.categories(reader);
            case "status" -> statuses;
            default -> Map.of();
        };
    }

    @Override
    public Judging begin(Viewer viewer, Language reader) {
        pages.lock();
        return new JudgingPages(
                viewer,
                reader,
                today.here(),
                batches,
                reading,
                new PageCells(inAllLanguages(words::statuses), inAllLanguages(words::categories)),
                words,
                pageDeeds,
                deeds);
    }

    private static Map<String, String> inAllLanguages(Function<Language, Map<String, String>> in) {
        Map<String, String> words = new HashMap<>();
        for (Language language : Language.values()) {
            in.apply(language).forEach((tag, word) -> {
                words.put(word.toLowerCase(Locale.ROOT), tag);
                words.put(tag, tag);
            });
        }
        return words;
    }

    @Override
    public List<Integer> undo(Viewer viewer, List<Written> rows) {
        pages.lock();
        Set<UUID> removed = batches.remove(
                rows.stream()
                        .filter(row -> row.fate() == Fate.FRESH)
                        .map(row -> PageState.read(row.after()))
                        .toList(),
                viewer);
        Set<UUID> back = batches.change(
                rows.stream()
                        .filter(row -> row.fate() == Fate.CHANGED)
                        .map(row -> before(row).at(PageState.read(row.after()).version() + 1))
                        .toList(),
                viewer);
        Map<UUID, LocalDate> looks = new HashMap<>();
        List<Deed> told = new ArrayList<>();
        List<PageDeeds.Step> steps = new ArrayList<>();
        for (Written row : rows) {
            PageState after = PageState.read(row.after());
            if (removed.contains(row.object())) {
                told.add(Deed.of("webpage.purged", "page", row.object()));
            } else if (back.contains(row.object())) {
                LocalDate look = after.reviewedOn();
                if (look != null && !look.equals(before(row).reviewedOn())) {
                    looks.put(row.object(), look);
                }
                steps.add(new PageDeeds.Step(after, before(row)));
            }
        }
        told.addAll(pageDeeds.of(steps));
        batches.forgetReviews(looks);
        deeds.record(viewer, told);
        return rows.stream()
                .filter(row -> !removed.contains(row.object()) && !back.contains(row.object()))
                .map(Written::number)
                .toList();
    }

    private static PageState before(Written row) {
        return PageState.read(Objects.requireNonNull(row.before()));
    }
}
