package org.glasnik.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.glasnik.platform.MailAddress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages behind links in letters: they leak their address to nobody, and a link that is used up says so kindly. */
@Component
class Links {
    private final Tokens tokens;

    Links(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The page before the button is pressed, or 410 where it can no longer be. */
    ModelAndView page(
            String purpose,
            String kind,
            String path,
            String token,
            Function<Token, String> shown,
            HttpServletResponse response) {
        quiet(response);
        Optional<Token> found = tokens.peek(purpose, token);
        String words = found.filter(Token::open).map(shown).orElse("");
        LinkPage page = new LinkPage(kind, path + token, words, found.map(Token::state));
        return new ModelAndView("signin/link", Map.of("page", page), page.open() ? HttpStatus.OK : HttpStatus.GONE);
    }

    static void quiet(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
    }

    /** Enough for the owner to know it, too little for others: {@code o•••@town.example}. */
    static String masked(MailAddress mail) {
        String shown = mail.shown();
        return shown.substring(0, 1) + "•••" + shown.substring(shown.lastIndexOf('@'));
    }
}
