package org.glasnik.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.listing.Exporting;
import org.glasnik.listing.ListFilter;
import org.glasnik.listing.ListPage;
import org.glasnik.listing.ListRequest;
import org.glasnik.listing.ListShape;
import org.glasnik.listing.Sheet;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** People: the list for organisers and the operator, one person's page for them and for that person. */
@Controller
class PeopleController {
    record PeoplePage(ListPage list, List<ListFilter> filters, List<PeopleRow> rows) {}

    private static final ListShape PEOPLE = ListShape.at("/people", "identity.people")
            .sorting("name", "mail")
            .showing("seats")
            .filtering("text", "seat");

    private final PeopleRows rows;
    private final SeatRows seats;
    private final Exporting exporting;
    private final Texts texts;
    private final Languages languages;

    PeopleController(PeopleRows rows, SeatRows seats, Exporting exporting, Texts texts, Languages languages) {
        this.rows = rows;
        this.seats = seats;
        this.exporting = exporting;
        this.texts = texts;
        this.languages = languages;
    }

    @GetMapping("/people")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView list(HttpServletRequest request, Viewer viewer) {
        Language reader = languages.of(request);
        ListRequest asked = ListRequest.of(PEOPLE, request);
        ListPage list = new ListPage(asked, rows.count(asked, viewer));
        Map<String, String> seatWords = new LinkedHashMap<>();
        Arrays.stream(Seat.values()).forEach(seat -> seatWords.put(seat.tag(), word(reader, seat)));
        List<ListFilter> filters = List.of(
                ListFilter.text("text", texts.text(reader, "identity.people.filter.text")),
                ListFilter.choice("seat", texts.text(reader, "identity.people.filter.seat"), seatWords));
        return new ModelAndView(
                "identity/people", "page", new PeoplePage(list, filters, rows.page(list.request(), viewer, reader)));
    }

    @GetMapping("/people.{format:csv|xlsx|json}")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    void export(@PathVariable String format, HttpServletRequest request, HttpServletResponse response, Viewer viewer)
            throws IOException {
        Language reader = languages.of(request);
        ListRequest asked = ListRequest.of(PEOPLE, request);
        Sheet<PeopleRow> sheet = Sheet.<PeopleRow>of("people")
                .with("name", heading(reader, "name"), PeopleRow::name)
                .with("mail", heading(reader, "mail"), PeopleRow::mail)
                .with(
                        "seats",
                        heading(reader, "seats"),
                        row -> row.seats().stream()
                                .map(held -> texts.text(
                                        reader,
                                        "identity.seat.at",
                                        "seat",
                                        word(reader, held.seat()),
                                        "body",
                                        held.name().text()))
                                .collect(Collectors.joining("; ")));
        exporting.send(format, request, response, sheet, () -> rows.all(asked, viewer, reader));
    }

    @GetMapping("/people/{id}")
    @Allowed(Who.PERSON)
    ModelAndView show(@PathVariable PersonId id, HttpServletRequest request, Viewer viewer) {
        PersonDetails person = rows.of(id, viewer).orElseThrow(NotFound::new);
        List<SeatRows.OfPerson> all = seats.ofPerson(id, viewer, languages.of(request));
        return new ModelAndView(
                "identity/person",
                "page",
                new PersonPage(
                        person,
                        all.stream().filter(seat -> seat.until() == null).toList(),
                        all.stream().filter(seat -> seat.until() != null).toList(),
                        id.equals(viewer.person()),
                        viewer.operator()));
    }

    private String word(Language reader, Seat seat) {
        return texts.text(reader, "identity.seat." + seat.tag());
    }

    private String heading(Language reader, String column) {
        return texts.text(reader, "identity.people.column." + column);
    }
}
