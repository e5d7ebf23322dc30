package org.glasnik.platform;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Templates and what they are given. A template is named {@code module/name}, as its file is. */
@Component
public class Rendering {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Rendering.class.getClassLoader(), "org.glasnik");
    private final Texts texts;
    private final Dates dates;
    private final Languages languages;
    private final Assets assets;
    private final Clock clock;
    private final DefaultZone zone;

    Rendering(Texts texts, Dates dates, Languages languages, Assets assets, Clock clock, DefaultZone zone) {
        this.texts = texts;
        this.dates = dates;
        this.languages = languages;
        this.assets = assets;
        this.clock = clock;
        this.zone = zone;
        engine.setBinaryStaticContent(true);
    }

    /** UTF-8 bytes of a template with its parameters. */
    public byte[] bytes(String template, Map<String, Object> parameters) {
        Utf8ByteOutput out = new Utf8ByteOutput();
        engine.render(template + ".jte", parameters, out);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(out.getContentLength());
        try {
            out.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A piece of a page: a template that takes {@code Screen s} and {@code page}. */
    public Part part(String template, Object page) {
        return s -> out -> engine.render(template + ".jte", Map.of("s", s, "page", page), out);
    }

    /** A screen for letters and documents: no request, no person. */
    public Screen screen(Language language, ZoneId of) {
        return new Screen(
                texts,
                dates,
                languages,
                assets,
                language,
                Theme.LIGHT,
                of,
                clock,
                RequestUser.NOBODY,
                "/",
                "",
                null,
                null,
                null);
    }

    Screen screen(HttpServletRequest request, @Nullable Accent accent) {
        RequestUser user =
                request.getAttribute(RequestUser.ATTRIBUTE) instanceof RequestUser u ? u : RequestUser.NOBODY;
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        String query = request.getQueryString();
        return new Screen(
                texts,
                dates,
                languages,
                assets,
                languages.of(request),
                Theme.of(Languages.cookie(request, "theme")),
                user.zone().orElseGet(zone::get),
                clock,
                user,
                path(request),
                query == null || !request.getMethod().equals("GET") ? "" : query,
                request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                        ? new Screen.Csrf(token.getParameterName(), token.getToken())
                        : null,
                flash != null && flash.get(Notice.FLASH) instanceof Notice notice ? notice : null,
                accent);
    }

    /** As the browser has it: an error has an address of its own inside, and whoever changes the language there stays. */
    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (failed != null && !"GET".equals(request.getAttribute(RequestDispatcher.ERROR_METHOD))) {
            return "/";
        }
        Object asked = failed != null ? failed : request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        // One slash only: a link to "//host" would lead away from here.
        return (asked instanceof String path ? path : request.getRequestURI()).replaceFirst("^[/\\\\]+", "/");
    }

    byte[] publicPage(String path, Language language, Theme theme, PublicPage source) {
        ModelAndView page = source.publicPage(path, language);
        Map<String, Object> model = new HashMap<>(page.getModel());
        model.put(
                "s",
                new Screen(
                        texts,
                        dates,
                        languages,
                        assets,
                        language,
                        theme,
                        zone.get(),
                        clock,
                        RequestUser.NOBODY,
                        path,
                        "",
                        null,
                        null,
                        model.remove("accent") instanceof Accent accent ? accent : null));
        return bytes(java.util.Objects.requireNonNull(page.getViewName()), model);
    }
}
