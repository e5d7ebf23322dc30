package org.glasnik.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * The headers of every answer. Scripts and styles come from here only, by hashed names: no nonce, so that public pages can
 * be kept as bytes.
 */
@Component
final class Headers {
    /** Tabler draws its marks as data images, hence {@code img-src data:}. */
    static final String CSP =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final long YEAR = Duration.ofDays(365).toSeconds();

    private final boolean secure;

    Headers(BaseUrl base) {
        this.secure = base.secure();
    }

    /** Behind HTTPS, nothing but HTTPS for a year: on the first answer of all, whatever it is. */
    void alwaysEncrypted(HttpServletResponse response) {
        if (secure) {
            response.setHeader("Strict-Transport-Security", "max-age=" + YEAR);
        }
    }

    void onEveryAnswer(HttpServletResponse response) {
        alwaysEncrypted(response);
        response.setHeader("Content-Security-Policy", CSP);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=(), publickey-credentials-get=(self)");
    }
}
