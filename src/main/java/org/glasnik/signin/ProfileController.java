package org.glasnik.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.identity.Profile;
import org.glasnik.identity.Profiles;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Notice;
import org.glasnik.platform.Theme;
import org.glasnik.platform.Zones;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own name, language, zone and appearance. */
@Controller
class ProfileController {
    private static final int NAME_MAX = 200;

    private final Profiles profiles;
    private final Languages languages;
    private final Deeds deeds;

    ProfileController(Profiles profiles, Languages languages, Deeds deeds) {
        this.profiles = profiles;
        this.languages = languages;
        this.deeds = deeds;
    }

    record ProfileForm(
            @Nullable String name,
            @Nullable String language,
            @Nullable String zone,
            @Nullable String theme) {}

    @GetMapping("/account/profile")
    @Allowed(Who.PERSON)
    ModelAndView profile(Viewer viewer) {
        Profile now = profiles.of(viewer.me()).orElseThrow(NotFound::new);
        ProfileForm form = new ProfileForm(
                now.name(), now.language().tag(), now.zone(), now.theme().tag());
        return page(form, FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/account/profile")
    @Allowed(Who.PERSON)
    ModelAndView change(
            ProfileForm form,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after) {
        FormErrors errors = FormErrors.none();
        String name = errors.name("name", form.name(), NAME_MAX);
        Optional<Language> language = languages.offeredOr(form.language());
        errors.require(language.isPresent(), "language", "platform.error.choose");
        String posted = form.zone() == null ? "" : form.zone();
        Optional<ZoneId> zone = Zones.of(posted);
        errors.require(posted.isEmpty() || zone.isPresent(), "zone", "platform.error.choose");
        if (errors.any() || language.isEmpty()) {
            return page(form, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Profile before = profiles.of(viewer.me()).orElseThrow(NotFound::new);
        Profile to = new Profile(name, language.get(), zone.map(ZoneId::getId).orElse(""), Theme.of(form.theme()));
        profiles.change(viewer.me(), to);
        deeds.record(
                viewer,
                Deed.of("person.profileChanged", "person", viewer.me().value())
                        .about(viewer.me())
                        .between(before, to));
        SigningIn.remember(to, request, response);
        after.addFlashAttribute(Notice.FLASH, Notice.of("signin.profile.saved"));
        return new ModelAndView("redirect:/account");
    }

    private ModelAndView page(ProfileForm form, FormErrors errors, HttpStatus status) {
        Map<String, String> offered = new LinkedHashMap<>();
        languages.offered().forEach(language -> offered.put(language.tag(), language.ownName()));
        String zone = Zones.of(form.zone()).map(ZoneId::getId).orElse("");
        Map<String, String> zones = new LinkedHashMap<>();
        Zones.OFFERED.forEach(name -> zones.put(name, name));
        if (!zone.isEmpty()) {
            zones.putIfAbsent(zone, zone);
        }
        AccountPage.ProfilePage page = new AccountPage.ProfilePage(
                errors,
                form.name() == null ? "" : form.name(),
                form.language() == null ? "" : form.language(),
                zone,
                Theme.of(form.theme()).tag(),
                offered,
                zones);
        return new ModelAndView("signin/profile", Map.of("page", page), status);
    }
}
