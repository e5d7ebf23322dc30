package org.glasnik.factor;

import org.glasnik.access.Allowed;
import org.glasnik.access.Who;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Back to the page of a form: a refused form stands at the address it was posted to, and its language links lead there. */
@Controller
class FactorReturnController {
    @GetMapping("/sign-in/second-factor/recovery")
    @Allowed({Who.HALFWAY, Who.PERSON})
    String toStep() {
        return "redirect:/sign-in/second-factor";
    }

    @GetMapping("/account/second-factor/app/confirmation")
    @Allowed({Who.HALFWAY, Who.PERSON})
    String toApp() {
        return "redirect:/account/second-factor/app";
    }

    @GetMapping("/account/second-factor/app/removal")
    @Allowed(Who.PERSON)
    String toFactors() {
        return "redirect:/account/second-factor";
    }
}
