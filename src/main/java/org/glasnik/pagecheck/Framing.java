package org.glasnik.pagecheck;

import jakarta.servlet.http.HttpServletResponse;

/**
 * The few answers that any other site may show inside its own page. Such an answer holds no form but one that asks, no script, and
 * nothing of whoever is signed in: a stranger's page around it could make people press what they do not see.
 */
final class Framing {
    private static final String CSP =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors *";

    private Framing() {}

    /** Takes back for one answer what the platform says for all. */
    static void anywhere(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CSP);
        response.setHeader("X-Frame-Options", null);
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    }
}
