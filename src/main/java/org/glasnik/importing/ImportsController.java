package org.glasnik.importing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasnik.access.Allowed;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Texts;
import org.glasnik.spreadsheet.FileName;
import org.glasnik.spreadsheet.TableRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** One's imports, and a new file. */
@Controller
class ImportsController {
    /** @param kinds code to words */
    record ImportsPage(List<Import> all, Map<String, String> kinds, String kind, FormErrors errors) {}

    private final Imports imports;
    private final ImportKinds kinds;
    private final Staging staging;
    private final Texts texts;
    private final Languages languages;

    ImportsController(Imports imports, ImportKinds kinds, Staging staging, Texts texts, Languages languages) {
        this.imports = imports;
        this.kinds = kinds;
        this.staging = staging;
        this.texts = texts;
        this.languages = languages;
    }

    @GetMapping("/imports")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView list(@RequestParam(defaultValue = "") String kind, HttpServletRequest request, Viewer viewer) {
        return page(viewer, languages.of(request), kind, FormErrors.none());
    }

    @PostMapping("/imports")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView begin(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            Viewer viewer)
            throws IOException {
        FormErrors errors = FormErrors.none();
        ImportKind chosen = kinds.of(kind).orElse(null);
        errors.require(chosen != null, "kind", "platform.error.choose");
        boolean given = file != null && !file.isEmpty();
        errors.require(given, "file", "importing.error.file");
        if (chosen != null && file != null && given) {
            Path copy = Files.createTempFile("import", "");
            try {
                file.transferTo(copy);
                return new ModelAndView("redirect:/imports/"
                        + staging.stage(chosen, copy, FileName.shown(file.getOriginalFilename()), viewer.me()));
            } catch (TableRefused e) {
                errors.add("file", e.key(), e.named());
            } finally {
                Files.deleteIfExists(copy);
            }
        }
        ModelAndView page = page(viewer, languages.of(request), kind, errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Viewer viewer, Language reader, String kind, FormErrors errors) {
        Map<String, String> words = new LinkedHashMap<>();
        kinds.all().forEach(k -> words.put(k.code(), texts.text(reader, "importing.kind." + k.code())));
        return new ModelAndView("importing/imports", "page", new ImportsPage(imports.all(viewer), words, kind, errors));
    }
}
