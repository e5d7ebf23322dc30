package org.glasnik.notify;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.listing.Exporting;
import org.glasnik.listing.ListPage;
import org.glasnik.listing.ListRequest;
import org.glasnik.platform.BaseUrl;
import org.glasnik.platform.DefaultZone;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The operator's log of letters: reading them, stopping them, sending them again. */
@Controller
class FateController {
    private final Fates fates;
    private final FateColumns columns;
    private final SendingLetters sending;
    private final MailServer server;
    private final Deeds deeds;
    private final Exporting exporting;
    private final Languages languages;
    private final DefaultZone zone;
    private final BaseUrl base;
    private final Clock clock;

    FateController(
            Fates fates,
            FateColumns columns,
            SendingLetters sending,
            MailServer server,
            Deeds deeds,
            Exporting exporting,
            Languages languages,
            DefaultZone zone,
            BaseUrl base,
            Clock clock) {
        this.fates = fates;
        this.columns = columns;
        this.sending = sending;
        this.server = server;
        this.deeds = deeds;
        this.exporting = exporting;
        this.languages = languages;
        this.zone = zone;
        this.base = base;
        this.clock = clock;
    }

    @GetMapping("/operate/letters")
    @Allowed(Who.OPERATOR)
    ModelAndView list(Viewer viewer, HttpServletRequest request) {
        ListRequest asked = ListRequest.of(FateFilter.SHAPE, request);
        FateFilter filter = filter(asked, viewer);
        Fates.Counts counts = fates.counts(viewer, filter);
        ListPage page = new ListPage(asked, counts.matching());
        List<Fate> letters = page.total() == 0 ? List.of() : fates.page(viewer, filter, page.request());
        return new ModelAndView(
                "notify/outbox",
                "page",
                new OutboxPage(
                        page,
                        columns.filters(languages.of(request)),
                        letters,
                        server.set(),
                        counts.held(),
                        counts.failed()));
    }

    @GetMapping("/operate/letters.{format:csv|xlsx|json}")
    @Allowed(Who.OPERATOR)
    void export(@PathVariable String format, Viewer viewer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ListRequest asked = ListRequest.of(FateFilter.SHAPE, request);
        FateFilter filter = filter(asked, viewer);
        exporting.send(
                format,
                request,
                response,
                columns.sheet(languages.of(request)),
                () -> fates.all(viewer, filter, asked));
    }

    @GetMapping("/operate/letters/{id}")
    @Allowed(Who.OPERATOR)
    ModelAndView one(@PathVariable UUID id, Viewer viewer) {
        Fate letter = fates.one(viewer, id).orElseThrow(NotFound::new);
        List<List<TextLine>> text = fates.text(viewer, id)
                .map(words -> TextLine.of(words.text(), base.of("")))
                .orElse(List.of());
        return new ModelAndView(
                "notify/fate",
                "page",
                new FatePage(letter, fates.attempts(viewer, id), text, server.set(), letter.resendable(server.set())));
    }

    /** A page of its own, shut off from this site: no script, nothing loaded, no form, and no window of ours to reach. */
    @GetMapping("/operate/letters/{id}/html")
    @Allowed(Who.OPERATOR)
    void html(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) throws IOException {
        LetterView.send(fates.text(viewer, id).orElseThrow(NotFound::new).html(), response);
    }

    @PostMapping("/operate/letters/{id}/cancellation")
    @Allowed(Who.OPERATOR)
    String cancel(@PathVariable UUID id, Viewer viewer, RedirectAttributes after) {
        String before = fates.one(viewer, id).orElseThrow(NotFound::new).state();
        if (fates.cancel(viewer, id)) {
            deeds.record(viewer, Deed.of("letter.cancelled", "letter", id).with("state", before, "cancelled"));
            after.addFlashAttribute(
                    Notice.FLASH, Notice.of("notify.fate.cancelled").undoneAt("/operate/letters/" + id + "/resending"));
        } else {
            after.addFlashAttribute(Notice.FLASH, Notice.of("notify.fate.left"));
        }
        return "redirect:/operate/letters/" + id;
    }

    @PostMapping("/operate/letters/{id}/resending")
    @Allowed(Who.OPERATOR)
    String resend(@PathVariable UUID id, Viewer viewer, RedirectAttributes after) {
        String before = fates.one(viewer, id).orElseThrow(NotFound::new).state();
        Optional<UUID> again = fates.resend(viewer, id, server, clock.instant());
        again.ifPresent(letter -> {
            String now = server.set() ? "waiting" : "held";
            deeds.record(viewer, Deed.of("letter.resent", "letter", id).with("state", before, now));
            sending.wakeAfterCommit();
        });
        after.addFlashAttribute(
                Notice.FLASH, Notice.of(again.isPresent() ? "notify.fate.resent" : "notify.fate.notResent"));
        return "redirect:/operate/letters/" + again.orElse(id);
    }

    private FateFilter filter(ListRequest asked, Viewer viewer) {
        return FateFilter.of(asked, viewer.zone().orElseGet(zone::get));
    }
}
