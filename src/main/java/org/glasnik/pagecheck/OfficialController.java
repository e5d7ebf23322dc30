package org.glasnik.pagecheck;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.glasnik.access.Allowed;
import org.glasnik.access.Who;
import org.glasnik.platform.BaseUrl;
import org.glasnik.platform.DefaultZone;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Rendering;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** The public check: as a page, inside other sites, and for programs. It reads only, and nobody is signed in for it. */
@Controller
class OfficialController {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param code to be copied into another site, by language */
    record EmbeddingPage(Map<Language, String> code) {}

    private final Checking checking;
    private final Rendering rendering;
    private final BaseUrl base;
    private final DefaultZone zone;
    private final Languages languages;

    OfficialController(Checking checking, Rendering rendering, BaseUrl base, DefaultZone zone, Languages languages) {
        this.checking = checking;
        this.rendering = rendering;
        this.base = base;
        this.zone = zone;
        this.languages = languages;
    }

    @GetMapping("/official")
    @Allowed(Who.ANYONE)
    ModelAndView check(@RequestParam(required = false) @Nullable String page, HttpServletRequest request) {
        return new ModelAndView("pagecheck/official", "page", checking.of(page, languages.of(request)));
    }

    /** Inside another site's page browsers send no cookie of ours, so the language stands in the address. */
    @GetMapping("/official/embed")
    @Allowed(Who.ANYONE)
    void embed(
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Language reader = languages.offeredOr(language).orElseGet(() -> languages.of(request));
        byte[] bytes = rendering.bytes(
                "pagecheck/embed",
                Map.of("s", rendering.screen(reader, zone.get()), "page", checking.of(page, reader)));
        Framing.anywhere(response);
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Content-Language", reader.tag());
        response.setHeader("Cache-Control", "no-cache");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    @GetMapping("/official/code")
    @Allowed(Who.ANYONE)
    ModelAndView code() {
        Map<Language, String> code = new LinkedHashMap<>();
        languages
                .offered()
                .forEach(language -> code.put(language, base.of("/official/embed?language=" + language.tag())));
        return new ModelAndView("pagecheck/code", "page", new EmbeddingPage(code));
    }

    /** The fields are those of docs/open-data.md. Any site may read it. */
    @GetMapping("/official.json")
    @Allowed(Who.ANYONE)
    void json(
            @RequestParam(required = false) @Nullable String page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Verdict verdict = checking.of(page, languages.of(request));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("asked", verdict.asked());
        answer.put("answer", verdict.kind().tag());
        answer.put("pages", verdict.shown().stream().map(this::fields).toList());
        answer.put("like", verdict.like().stream().map(this::fields).toList());
        answer.put(
                "sites",
                verdict.sites().stream()
                        .map(site -> Map.of(
                                "site", site.site(),
                                "body", site.name().text(),
                                "bodyRecord", base.of("/bodies/" + site.body())))
                        .toList());
        answer.put("host", verdict.host());
        answer.put("imitates", verdict.imitated());
        byte[] bytes = JSON.writeValueAsBytes(answer);
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Vary", "Accept-Language");
        response.setContentType("application/json;charset=utf-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private Map<String, @Nullable Object> fields(FoundPage page) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("address", page.address());
        fields.put("platform", page.platform().tag());
        fields.put("handle", page.handle());
        fields.put("body", page.bodyName().text());
        fields.put("bodyCode", page.bodyCode());
        fields.put("bodyRecord", base.of("/bodies/" + page.body()));
        fields.put("record", base.of("/pages/" + page.id()));
        fields.put("openedOn", page.openedOn());
        fields.put("archivedOn", page.archivedOn());
        fields.put("reviewedOn", page.reviewedOn());
        fields.put("proof", page.proof());
        fields.put("provedOn", page.provedOn());
        return fields;
    }
}
