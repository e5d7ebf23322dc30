package org.glasnik.registry;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.importing.Fate;
import org.glasnik.importing.ImportColumn;
import org.glasnik.importing.ImportKind;
import org.glasnik.platform.Language;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Bodies out of a table: the official code is the key. */
@Component
@Order(1)
class ImportingBodies implements ImportKind {
    static final List<ImportColumn> COLUMNS = List.of(
            ImportColumn.of("code", "registry.body.code", "katottg", "official code", "local-authority-code", "id")
                    .needed(),
            ImportColumn.of("nameUk", "registry.body.nameUk", "name_uk", "назва", "найменування"),
            ImportColumn.of("nameSr", "registry.body.nameSr", "name_sr", "name_cyrillic", "назив"),
            ImportColumn.of("nameRu", "registry.body.nameRu", "name_ru", "название", "наименование"),
            ImportColumn.of("nameEn", "registry.body.nameEn", "name_en", "official-name", "name"),
            ImportColumn.of("otherNames", "registry.body.otherNames", "alt-names", "aliases"),
            ImportColumn.of("kind", "registry.body.kind", "type", "вид", "тип", "врста")
                    .needed()
                    .orForAll(),
            ImportColumn.of("jurisdiction", "registry.body.jurisdiction", "country", "країна", "страна")
                    .orForAll(),
            ImportColumn.of("parent", "registry.body.parentCode", "parent_code", "входить до", "у саставу", "входит в")
                    .orForAll(),
            ImportColumn.of("population", "registry.body.population", "населення", "становништво", "население"),
            ImportColumn.of("site", "registry.body.site", "website", "url", "сайт"),
            ImportColumn.of("mail", "registry.body.mail", "email", "e-mail"),
            ImportColumn.of("phone", "registry.body.phone", "tel", "telephone"),
            ImportColumn.of("address", "registry.body.address", "адреса", "адрес"),
            ImportColumn.of("zone", "registry.body.zone", "timezone").orForAll(),
            ImportColumn.of("foundedOn", "registry.body.foundedOn", "start-date"),
            ImportColumn.of("endedOn", "registry.body.endedOn", "end-date"),
            ImportColumn.of("successors", "registry.ending.successors", "replaced-by"),
            ImportColumn.of("keeper", "registry.body.keeper").orForAll());

    /** Field of the form to message key of its name. */
    static final Map<String, String> LABELS =
            COLUMNS.stream().collect(Collectors.toMap(ImportColumn::key, ImportColumn::label));

    private final Bodies bodies;
    private final BodyBatches batches;
    private final BodyRecords records;
    private final ReadingBody reading;
    private final KindWords kinds;
    private final Jurisdictions jurisdictions;
    private final Deeds deeds;

    ImportingBodies(
            Bodies bodies,
            BodyBatches batches,
            BodyRecords records,
            ReadingBody reading,
            KindWords kinds,
            Jurisdictions jurisdictions,
            Deeds deeds) {
        this.bodies = bodies;
        this.batches = batches;
        this.records = records;
        this.reading = reading;
        this.kinds = kinds;
        this.jurisdictions = jurisdictions;
        this.deeds = deeds;
    }

    @Override
    public String code() {
        return "bodies";
    }

    @Override
    public List<ImportColumn> columns() {
        return COLUMNS;
    }

    @Override
    public Map<String, String> choices(String column, Viewer viewer, Language reader) {
        return switch (column) {
            case "kind" -> kinds.in(reader);
            case "jurisdiction" -> jurisdictions.in(reader);
            case "keeper" -> {
                Map<String, String> keepers = new LinkedHashMap<>();
                BodyRights.of(viewer, null, bodies.organising(reader))
                        .keepers()
                        .forEach((id, name) -> keepers.put(id.toString(), name.text()));
                yield keepers;
            }
            default -> Map.of();
        };
    }

    @Override
    public Judging begin(Viewer viewer, Language reader) {
        records.lock();
        batches.deferParents();
        BodyRights fresh = BodyRights.of(viewer, null, bodies.organising(reader));
        Map<String, String> codes = new HashMap<>();
        jurisdictions.all().forEach(j -> {
            for (String name : List.of(j.code(), j.nameUk(), j.nameSr(), j.nameRu(), j.nameEn())) {
                codes.put(name.toLowerCase(Locale.ROOT), j.code());
            }
        });
        return new JudgingBodies(viewer, reader, fresh, batches, reading, new BodyCells(kindWords(), codes), deeds);
    }

    /** Words for kinds in every language, in lower case, and the tags themselves. */
    private Map<String, String> kindWords() {
        Map<String, String> words = new HashMap<>();
        for (Language language : Language.values()) {
            kinds.in(language).forEach((tag, word) -> {
                words.put(word.toLowerCase(language.locale()), tag);
                words.put(tag, tag);
            });
        }
        return words;
    }

    @Override
    public List<Integer> undo(Viewer viewer, List<Written> rows) {
        records.lock();
        Set<UUID> removed = batches.remove(rows.stream()
                .filter(row -> row.fate() == Fate.FRESH)
                .map(row -> BodyState.read(row.after()))
                .toList());
        Set<UUID> changedBack = batches.changeBack(rows.stream()
                .filter(row -> row.fate() == Fate.CHANGED)
                .map(row -> BodyState.read(java.util.Objects.requireNonNull(row.before()))
                        .at(BodyState.read(row.after()).version()))
                .toList());
        List<Deed> told = new java.util.ArrayList<>();
        removed.forEach(id -> told.add(Deed.of("body.purged", "body", id)));
        rows.stream().filter(row -> changedBack.contains(row.object())).forEach(row -> told.add(deed(row)));
        deeds.record(viewer, told);
        return rows.stream()
                .filter(row -> !removed.contains(row.object()) && !changedBack.contains(row.object()))
                .map(Written::number)
                .toList();
    }

    private static Deed deed(Written row) {
        BodyState before = BodyState.read(java.util.Objects.requireNonNull(row.before()));
        return Deed.of("body.changed", "body", row.object())
                .in(before.readers(new BodyId(row.object())))
                .between(BodyState.read(row.after()).details(), before.details());
    }
}
