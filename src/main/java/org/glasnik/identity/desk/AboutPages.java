package org.glasnik.identity.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.glasnik.access.Allowed;
import org.glasnik.access.BodyId;
import org.glasnik.access.Who;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.PublicPage;
import org.glasnik.platform.Setting;
import org.glasnik.platform.Settings;
import org.glasnik.registry.Bodies;
import org.glasnik.registry.BodyName;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The pages about this place: the start page of those who are not signed in, the software, accessibility. */
@Controller
class AboutPages implements PublicPage {
    /** @param organisers who organises programmes here */
    record Welcome(Map<BodyId, BodyName> organisers) {}

    /**
     * @param version empty for a build from sources
     * @param source address of the source code, empty where none is set
     */
    record Software(String version, String source) {}

    /**
     * @param checked when the pages were last checked
     * @param falling what falls short: keys of {@code identity.accessibility.short.*}
     * @param contact where to write, empty where the operator has not said
     */
    record Accessibility(LocalDate checked, List<String> falling, String contact) {}

    private final Bodies bodies;
    private final Languages languages;
    private final Setting<String> contact;
    private final String source;
    private final Properties accessibility = new Properties();

    AboutPages(Bodies bodies, Languages languages, Settings settings, @Value("${glasnik.source:}") String source) {
        this.bodies = bodies;
        this.languages = languages;
        this.contact = settings.of("contact", "", text -> text, text -> text);
        this.source = source;
        try (InputStream file = new ClassPathResource("accessibility.properties").getInputStream()) {
            accessibility.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<String> paths() {
        return Set.of("/", "/about", "/accessibility");
    }

    @Override
    public ModelAndView publicPage(String path, Language language) {
        return switch (path) {
            case "/about" -> new ModelAndView("identity/desk/about", "page", new Software(version(), source));
            case "/accessibility" -> new ModelAndView("identity/desk/accessibility", "page", accessibility());
            default ->
                new ModelAndView("identity/desk/welcome", Map.of("page", new Welcome(bodies.organising(language))));
        };
    }

    @GetMapping("/about")
    @Allowed(Who.ANYONE)
    ModelAndView about(HttpServletRequest request) {
        return publicPage("/about", languages.of(request));
    }

    @GetMapping("/accessibility")
    @Allowed(Who.ANYONE)
    ModelAndView accessibility(HttpServletRequest request) {
        return publicPage("/accessibility", languages.of(request));
    }

    private Accessibility accessibility() {
        return new Accessibility(
                LocalDate.parse(accessibility.getProperty("checked")),
                List.of(accessibility.getProperty("short").strip().split("\\s*,\\s*")),
                contact.get());
    }

    /** Written into the archive by the build; a build from sources has none. */
    private static String version() {
        return Objects.requireNonNullElse(AboutPages.class.getPackage().getImplementationVersion(), "");
    }
}
