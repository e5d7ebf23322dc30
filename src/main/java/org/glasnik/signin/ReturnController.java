package org.glasnik.signin;

import org.glasnik.access.Allowed;
import org.glasnik.access.Who;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Back to the page of a form: a refused form stands at the address it was posted to, and its language links lead there. */
@Controller
class ReturnController {
    @GetMapping({"/sign-in/link", "/sign-in/password"})
    @Allowed(Who.ANYONE)
    String toSignIn() {
        return "redirect:/sign-in";
    }

    @GetMapping("/account/password/removal")
    @Allowed(Who.PERSON)
    String toPassword() {
        return "redirect:/account/password";
    }
}
