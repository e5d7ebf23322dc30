package org.glasnik.platform;

import java.util.Set;
import org.springframework.web.servlet.ModelAndView;

/**
 * A page that is the same for everyone who reads it in one language without being signed in. It is rendered once and kept
 * as bytes until {@link PublicPages#changed()}; those who are signed in get it from an ordinary route of the same path.
 */
public interface PublicPage {
    /** Exact paths, without a query. */
    Set<String> paths();

    /** The page at one of the paths. It must not depend on who asks: there is no session and no CSRF token. */
    ModelAndView publicPage(String path, Language language);
}
