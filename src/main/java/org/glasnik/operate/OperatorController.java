package org.glasnik.operate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.glasnik.access.Allowed;
import org.glasnik.access.Who;
import org.glasnik.notify.LettersLeft;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Where an operator begins: what is not well, and where everything is; and the doctor's whole account. */
@Controller
class OperatorController {
    private static final List<OperatorPage.Place> PLACES = List.of(
            new OperatorPage.Place("check", "/operate/check"),
            new OperatorPage.Place("settings", "/operate/settings"),
            new OperatorPage.Place("letters", "/operate/letters"),
            new OperatorPage.Place("deeds", "/deeds"),
            new OperatorPage.Place("people", "/people"),
            new OperatorPage.Place("bodies", "/bodies"),
            new OperatorPage.Place("jurisdictions", "/jurisdictions"),
            new OperatorPage.Place("duties", "/duties"),
            new OperatorPage.Place("imports", "/imports"),
            new OperatorPage.Place("matching", "/bodies/matching"),
            new OperatorPage.Place("bin", "/bin"),
            new OperatorPage.Place("notices", "/operate/notices"));

    private final Doctor doctor;
    private final LettersLeft letters;
    private final LastBackup lastBackup;
    private final RequestMappingHandlerMapping routes;
    private final boolean demo;

    OperatorController(
            Doctor doctor,
            LettersLeft letters,
            LastBackup lastBackup,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes,
            @Value("${glasnik.demo:false}") boolean demo) {
        this.doctor = doctor;
        this.letters = letters;
        this.lastBackup = lastBackup;
        this.routes = routes;
        this.demo = demo;
    }

    @GetMapping("/operate")
    @Allowed(Who.OPERATOR)
    ModelAndView home() {
        List<Finding> troubles = doctor.nearby().stream()
                .filter(finding -> finding.mark() != Finding.Mark.OK)
                .toList();
        return new ModelAndView(
                "operate/home",
                "page",
                new OperatorPage(troubles, letters.count(), lastBackup.at().orElse(null), demo, places()));
    }

    @GetMapping("/operate/check")
    @Allowed(Who.OPERATOR)
    ModelAndView check() {
        return new ModelAndView("operate/check", "page", new CheckPage(doctor.everything()));
    }

    /** Those that this build answers. */
    private List<OperatorPage.Place> places() {
        Set<String> answered = routes.getHandlerMethods().keySet().stream()
                .flatMap(route -> route.getPatternValues().stream())
                .collect(Collectors.toSet());
        return PLACES.stream().filter(place -> answered.contains(place.href())).toList();
    }
}
