package org.glasnik.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A reader's language and appearance, kept in cookies so that pages need not ask who reads them. */
public final class Preferences {
    private Preferences() {}

    public static void remember(
            HttpServletRequest request, HttpServletResponse response, Language language, Theme theme) {
        Front.remember(request, response, Languages.COOKIE, language.tag());
        Front.remember(request, response, "theme", theme.tag());
    }
}
