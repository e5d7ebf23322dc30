package org.glasnik.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.glasnik.access.Allowed;
import org.glasnik.access.PersonId;
import org.glasnik.access.Who;
import org.glasnik.identity.People;
import org.glasnik.identity.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The link to sign in: opening it changes nothing, so that a mail scanner spends nothing; its button signs in. */
@Controller
class LinkController {
    private static final String PURPOSE = "sign-in";
    private static final String PATH = "/sign-in/link/";

    private final Links links;
    private final Tokens tokens;
    private final People people;
    private final SigningIn signingIn;

    LinkController(Links links, Tokens tokens, People people, SigningIn signingIn) {
        this.links = links;
        this.tokens = tokens;
        this.people = people;
        this.signingIn = signingIn;
    }

    @GetMapping(PATH + "{token}")
    @Allowed(Who.ANYONE)
    ModelAndView page(@PathVariable("token") String token, HttpServletResponse response) {
        return links.page(PURPOSE, "link", PATH, token, this::shown, response);
    }

    @PostMapping(PATH + "{token}")
    @Allowed(Who.ANYONE)
    ModelAndView enter(@PathVariable("token") String token, HttpServletRequest request, HttpServletResponse response) {
        Optional<Token> spent = tokens.spend(PURPOSE, token);
        PersonId person = spent.map(Token::person).orElse(null);
        if (spent.isEmpty() || person == null) {
            return page(token, response);
        }
        return new ModelAndView(signingIn.signIn(person, false, spent.get().payload(), request, response));
    }

    private String shown(Token token) {
        PersonId person = token.person();
        return person == null
                ? ""
                : people.of(person).map(Person::mail).map(Links::masked).orElse("");
    }
}
