package org.glasnik.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Every error page, in the reader's language. What is absent and what is forbidden look the same. */
@Controller
class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        int code = tooLarge(thrown) ? 413 : status instanceof Integer i ? i : 404;
        String reference = null;
        if (code >= 500 && code != 503) {
            byte[] random = new byte[4];
            RANDOM.nextBytes(random);
            reference = HexFormat.of().formatHex(random);
            LOG.error("Unexpected error, reference {}", reference, thrown);
        }
        ModelAndView page = new ModelAndView("platform/error", "page", new ErrorPage(kind(code), reference));
        page.setStatus(HttpStatusCode.valueOf(code));
        return page;
    }

    /** Of a form that is too large the server says 400, and only the cause says why. */
    private static boolean tooLarge(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException http && http.getCode() == 413) {
                return true;
            }
        }
        return false;
    }

    static String kind(int code) {
        return switch (code) {
            case 401, 404 -> "absent";
            // Nothing is forbidden but forged forms: what a viewer may not have is absent.
            case 403 -> "stale";
            case 405 -> "method";
            case 409 -> "conflict";
            case 413 -> "large";
            case 429 -> "many";
            case 503 -> "busy";
            default -> code < 500 ? "bad" : "unexpected";
        };
    }
}
