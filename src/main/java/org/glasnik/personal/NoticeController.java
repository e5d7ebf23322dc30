package org.glasnik.personal;

import jakarta.servlet.http.HttpServletRequest;
import org.glasnik.access.Allowed;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The operator's desk for controllers and privacy notices. */
@Controller
class NoticeController {
    private static final String PATH = "/operate/notices";

    private final EditingNotices editing;
    private final Languages languages;

    NoticeController(EditingNotices editing, Languages languages) {
        this.editing = editing;
        this.languages = languages;
    }

    @GetMapping(PATH)
    @Allowed(Who.OPERATOR)
    ModelAndView list(Viewer viewer, HttpServletRequest request) {
        return new ModelAndView("personal/notices", "page", editing.list(viewer, languages.of(request)));
    }

    @GetMapping(PATH + "/{whose}")
    @Allowed(Who.OPERATOR)
    ModelAndView edit(@PathVariable String whose, Viewer viewer, HttpServletRequest request) {
        return page(viewer, whose(whose, request), null, FormErrors.none(), null, FormErrors.none(), request);
    }

    @PostMapping(PATH + "/{whose}/controller")
    @Allowed(Who.OPERATOR)
    ModelAndView name(
            @PathVariable String whose,
            Viewer viewer,
            ControllershipForm form,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        BodyId body = whose(whose, request);
        FormErrors errors = editing.name(viewer, body, form);
        return errors.any()
                ? page(viewer, body, form, errors, null, FormErrors.none(), request)
                : back(whose, "personal.notice.named", redirect);
    }

    @PostMapping(PATH + "/{whose}/draft")
    @Allowed(Who.OPERATOR)
    ModelAndView save(
            @PathVariable String whose,
            Viewer viewer,
            NoticeForm form,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        BodyId body = whose(whose, request);
        FormErrors errors = editing.save(viewer, body, form);
        return errors.any()
                ? page(viewer, body, null, FormErrors.none(), form, errors, request)
                : back(whose, "personal.notice.saved", redirect);
    }

    @PostMapping(PATH + "/{whose}/publication")
    @Allowed(Who.OPERATOR)
    ModelAndView publish(
            @PathVariable String whose,
            Viewer viewer,
            @RequestParam(required = false) @Nullable String version,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        BodyId body = whose(whose, request);
        FormErrors errors = editing.publish(viewer, body, version);
        return errors.any()
                ? page(viewer, body, null, errors, null, FormErrors.none(), request)
                : back(whose, "personal.notice.published", redirect);
    }

    private @Nullable BodyId whose(String posted, HttpServletRequest request) {
        BodyId body = PrivacyController.whose(posted);
        if (body != null) {
            editing.name(body, languages.of(request));
        }
        return body;
    }

    private static ModelAndView back(String whose, String notice, RedirectAttributes redirect) {
        redirect.addFlashAttribute(Notice.FLASH, Notice.of(notice));
        return new ModelAndView("redirect:" + PATH + "/" + whose);
    }

    private ModelAndView page(
            Viewer viewer,
            @Nullable BodyId body,
            @Nullable ControllershipForm controller,
            FormErrors controllerErrors,
            @Nullable NoticeForm notice,
            FormErrors noticeErrors,
            HttpServletRequest request) {
        Language language = languages.of(request);
        ModelAndView page = new ModelAndView(
                "personal/notice",
                "page",
                editing.page(viewer, body, controller, controllerErrors, notice, noticeErrors, language));
        if (controllerErrors.any() || noticeErrors.any()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
