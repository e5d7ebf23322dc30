package org.glasnik.notify;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.identity.People;
import org.glasnik.identity.Person;
import org.glasnik.platform.BaseUrl;
import org.glasnik.platform.DefaultZone;
import org.glasnik.platform.InstallationName;
import org.glasnik.platform.OwnTransaction;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which server takes our letters, and a test letter to oneself. */
@Controller
class MailServerController {
    private static final String REPLY = "reply";

    private final MailServer server;
    private final WritingLetters writing;
    private final People people;
    private final Deeds deeds;
    private final InstallationName installation;
    private final DefaultZone zone;
    private final BaseUrl base;
    private final Clock clock;

    MailServerController(
            MailServer server,
            WritingLetters writing,
            People people,
            Deeds deeds,
            InstallationName installation,
            DefaultZone zone,
            BaseUrl base,
            Clock clock) {
        this.server = server;
        this.writing = writing;
        this.people = people;
        this.deeds = deeds;
        this.installation = installation;
        this.zone = zone;
        this.base = base;
        this.clock = clock;
    }

    @GetMapping("/operate/letters/server")
    @Allowed(Who.OPERATOR)
    ModelAndView server(Viewer viewer, Model flash) {
        MailReply reply = flash.getAttribute(REPLY) instanceof MailReply given ? given : null;
        String to = me(viewer).mail().shown();
        return new ModelAndView(
                "notify/server",
                "page",
                new MailServerPage(server.set(), server.place(), server.encryption(), server.from(), to, reply));
    }

    /** Not in a transaction: the conversation may last, and a database connection must not wait for a mail server. */
    @OwnTransaction
    @PostMapping("/operate/letters/server/test")
    @Allowed(Who.OPERATOR)
    String test(Viewer viewer, RedirectAttributes after) {
        if (server.set()) {
            Person me = me(viewer);
            MailReply reply;
            try (MailLine line = new MailLine(server)) {
                reply = line.send(letter(me), installation.get());
            }
            deeds.record(
                    viewer,
                    Deed.of("letters.tested", "person", me.id().value())
                            .with(
                                    "fault",
                                    null,
                                    reply.fault() == null ? "" : reply.fault().tag()));
            after.addFlashAttribute(REPLY, reply);
        }
        return "redirect:/operate/letters/server";
    }

    private Person me(Viewer viewer) {
        return people.of(viewer.me()).orElseThrow(NotFound::new);
    }

    private Due letter(Person me) {
        Words words = writing.words(new WritingLetters.Draft(
                "notify.test",
                me.language(),
                me.ownZone().orElseGet(zone::get),
                Map.of(),
                base.of("/operate/letters"),
                null,
                null));
        Instant now = clock.instant();
        return new Due(
                UUID.randomUUID(),
                UUID.randomUUID(),
                me.mail().shown(),
                me.language().tag(),
                words.subject(),
                words.text(),
                words.html(),
                "",
                Letters.messageId(server),
                now,
                1,
                now,
                false);
    }
}
