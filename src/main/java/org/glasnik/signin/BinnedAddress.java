package org.glasnik.signin;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Whoever has proved an address whose account is in the bin is told so, as the account can neither be used nor made anew until
 * it is erased. Nobody else is: that would tell who has an account. What was begun is rolled back, so the link goes on working.
 */
public final class BinnedAddress {
    private BinnedAddress() {}

    public static ModelAndView page() {
        return new ModelAndView("signin/binned", HttpStatus.CONFLICT);
    }
}
