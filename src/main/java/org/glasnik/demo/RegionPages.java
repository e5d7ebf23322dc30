package org.glasnik.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.identity.Viewers;
import org.glasnik.officialpage.PageCategory;
import org.glasnik.officialpage.PageDetails;
import org.glasnik.officialpage.PageId;
import org.glasnik.officialpage.PageStatus;
import org.glasnik.officialpage.ProofKind;
import org.glasnik.officialpage.Reviews;
import org.glasnik.officialpage.SavingPage;
import org.glasnik.officialpage.ShownBy;
import org.glasnik.pageaddress.Platform;
import org.glasnik.pageaddress.Typed;
import org.glasnik.pageduty.ChangingDuties;
import org.glasnik.pageduty.Duty;
import org.glasnik.registry.BodyKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The official pages of the invented region, and the invented law that demands them. */
@Component
class RegionPages {
    private final SavingPage saving;
    private final Reviews reviews;
    private final ChangingDuties duties;
    private final Viewers viewers;

    RegionPages(SavingPage saving, Reviews reviews, ChangingDuties duties, Viewers viewers) {
        this.saving = saving;
        this.reviews = reviews;
        this.duties = duties;
        this.viewers = viewers;
    }

    void add(Map<String, BodyId> bodies, Map<String, PersonId> people) {
        Viewer operator =
                viewers.of(Objects.requireNonNull(people.get("operator")), true).orElseThrow();
        duties.begin(
                operator, Csv.rows("duties.csv").stream().map(RegionPages::duty).toList());
        Map<PageId, LocalDate> reviewed = new HashMap<>();
        for (NamedCsvRecord row : Csv.rows("pages.csv")) {
            BodyId body = Objects.requireNonNull(bodies.get(row.getField("body")));
            PageId page = saving.add(
                            operator,
                            details(row, body),
                            named(row, "responsible", people),
                            named(row, "administrators", people))
                    .orElseThrow();
            LocalDate seen = day(row, "reviewed");
            if (seen != null) {
                reviewed.put(page, seen);
            }
            ProofKind.ofTag(row.getField("proof"))
                    .ifPresent(kind -> saving.prove(operator, page, body, shown(kind, row)));
        }
        reviews.enter(reviewed);
    }

    private static PageDetails details(NamedCsvRecord row, BodyId body) {
        Typed.Page address = (Typed.Page) Typed.of(row.getField("address"));
        return new PageDetails(
                body,
                address.address(),
                row.getField("purpose"),
                row.getField("unit"),
                row.getField("languages"),
                PageCategory.ofTag(row.getField("category")).orElse(null),
                PageStatus.ofTag(row.getField("status")).orElseThrow(),
                day(row, "opened"));
    }

    private static ShownBy shown(ProofKind kind, NamedCsvRecord row) {
        LocalDate on = Objects.requireNonNull(day(row, "proved"));
        return switch (kind) {
            case LINK -> ShownBy.link(on, "https://kontakty.example");
            case CODE -> ShownBy.code(on, "glasnik-DEMO-2026");
            case WORD -> ShownBy.word(on, row.getField("officer"), row.getField("unit"), "");
        };
    }

    private static Duty duty(NamedCsvRecord row) {
        return new Duty(
                Region.JURISDICTION,
                BodyKind.ofTag(row.getField("kind")).orElseThrow(),
                Platform.ofTag(row.getField("platform")).orElseThrow(),
                Objects.requireNonNull(day(row, "since")),
                row.getField("basis"),
                "",
                Objects.requireNonNull(day(row, "verified")),
                row.getField("note"));
    }

    private static Set<PersonId> named(NamedCsvRecord row, String column, Map<String, PersonId> people) {
        return Arrays.stream(row.getField(column).split(";"))
                .filter(key -> !key.isEmpty())
                .map(key -> Objects.requireNonNull(people.get(key), key))
                .collect(Collectors.toSet());
    }

    private static @Nullable LocalDate day(NamedCsvRecord row, String column) {
        String day = row.getField(column);
        return day.isEmpty() ? null : LocalDate.parse(day);
    }
}
