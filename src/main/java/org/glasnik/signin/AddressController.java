package org.glasnik.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.identity.People;
import org.glasnik.identity.Person;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Languages;
import org.glasnik.platform.MailAddress;
import org.glasnik.platform.Notice;
import org.glasnik.platform.OwnTransaction;
import org.glasnik.platform.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own address: asked for here, confirmed from two letters, in either order and on any device. */
@Controller
class AddressController {
    private static final String OLD = "/account/address/old/";
    private static final String NEW = "/account/address/new/";

    private final ChangingAddress changing;
    private final AddressChanges changes;
    private final People people;
    private final Links links;
    private final RateLimits limits;
    private final Languages languages;
    private final TransactionTemplate transaction;

    AddressController(
            ChangingAddress changing,
            AddressChanges changes,
            People people,
            Links links,
            RateLimits limits,
            Languages languages,
            TransactionTemplate transaction) {
        this.changing = changing;
        this.changes = changes;
        this.people = people;
        this.links = links;
        this.limits = limits;
        this.languages = languages;
        this.transaction = transaction;
    }

    record AddressPage(FormErrors errors, String mail, String now, Optional<AddressChange> change) {}

    @GetMapping("/account/address")
    @Allowed(Who.PERSON)
    ModelAndView address(Viewer viewer) {
        return page(viewer, "", FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/account/address")
    @Allowed(Who.PERSON)
    @OwnTransaction
    ModelAndView ask(
            @RequestParam(name = "mail", required = false) @Nullable String posted,
            Viewer viewer,
            HttpServletRequest request,
            RedirectAttributes after) {
        Optional<MailAddress> mail = MailAddress.of(posted);
        FormErrors errors = FormErrors.none();
        if (mail.isEmpty()) {
            errors.add("mail", "platform.error.mail");
        } else if (mail.get().key().equals(me(viewer).mail().key())) {
            errors.add("mail", "signin.address.same");
        }
        if (errors.any() || mail.isEmpty()) {
            return page(viewer, posted == null ? "" : posted.strip(), errors, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        limits.take("link-address", mail.get().key());
        limits.take("link-address", viewer.me().toString());
        transaction.executeWithoutResult(status -> changing.begin(viewer, mail.get(), languages.of(request)));
        after.addFlashAttribute(Notice.FLASH, Notice.of("signin.address.asked"));
        return new ModelAndView("redirect:/account/address");
    }

    @PostMapping("/account/address/cancellation")
    @Allowed(Who.PERSON)
    String cancel(Viewer viewer, RedirectAttributes after) {
        if (changing.cancel(viewer)) {
            after.addFlashAttribute(Notice.FLASH, Notice.of("signin.address.cancelled"));
        }
        return "redirect:/account/address";
    }

    @GetMapping(OLD + "{token}")
    @Allowed(Who.ANYONE)
    ModelAndView oldEnd(@PathVariable("token") String token, HttpServletResponse response) {
        return links.page("address-old", "addressOld", OLD, token, this::shown, response);
    }

    @GetMapping(NEW + "{token}")
    @Allowed(Who.ANYONE)
    ModelAndView newEnd(@PathVariable("token") String token, HttpServletResponse response) {
        return links.page("address-new", "addressNew", NEW, token, this::shown, response);
    }

    @PostMapping(OLD + "{token}")
    @Allowed(Who.ANYONE)
    ModelAndView confirmOld(
            @PathVariable("token") String token, HttpServletRequest request, HttpServletResponse response) {
        ChangingAddress.Outcome outcome = changing.confirm(true, token, request);
        return outcome == ChangingAddress.Outcome.UNKNOWN ? oldEnd(token, response) : said(outcome);
    }

    @PostMapping(NEW + "{token}")
    @Allowed(Who.ANYONE)
    ModelAndView confirmNew(
            @PathVariable("token") String token, HttpServletRequest request, HttpServletResponse response) {
        ChangingAddress.Outcome outcome = changing.confirm(false, token, request);
        return outcome == ChangingAddress.Outcome.UNKNOWN ? newEnd(token, response) : said(outcome);
    }

    /** No redirect: there may be nobody signed in, and so no session to carry a sentence. */
    private static ModelAndView said(ChangingAddress.Outcome outcome) {
        return new ModelAndView("signin/address-done", "outcome", outcome.name().toLowerCase(java.util.Locale.ROOT));
    }

    private String shown(Token token) {
        PersonId person = token.person();
        return changes.of(person).map(change -> Links.masked(change.mail())).orElse("");
    }

    private ModelAndView page(Viewer viewer, String typed, FormErrors errors, HttpStatus status) {
        AddressPage page = new AddressPage(errors, typed, me(viewer).mail().shown(), changes.of(viewer.me()));
        return new ModelAndView("signin/address", Map.of("page", page), status);
    }

    private Person me(Viewer viewer) {
        return people.of(viewer.me()).orElseThrow(NotFound::new);
    }
}
