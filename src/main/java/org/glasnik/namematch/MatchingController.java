package org.glasnik.namematch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Notice;
import org.glasnik.spreadsheet.FileName;
import org.glasnik.spreadsheet.TableRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's lists of names, and a new one. */
@Controller
class MatchingController {
    /** @param names as typed */
    record StartPage(List<NameList> lists, String names, FormErrors errors) {}

    private static final int LONGEST = 1_000_000;

    private final NameLists lists;
    private final MatchingLists matching;
    private final Deeds deeds;

    MatchingController(NameLists lists, MatchingLists matching, Deeds deeds) {
        this.lists = lists;
        this.matching = matching;
        this.deeds = deeds;
    }

    @GetMapping("/bodies/matching")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView start(Viewer viewer) {
        return page(viewer, "", FormErrors.none());
    }

    @PostMapping("/bodies/matching")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView match(
            @RequestParam(required = false) @Nullable String names,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer)
            throws IOException {
        FormErrors errors = FormErrors.none();
        boolean given = file != null && !file.isEmpty();
        BroughtNames brought = file != null && given ? read(file, errors) : pasted(names, errors);
        if (brought != null && brought.rows().isEmpty()) {
            errors.add(given ? "file" : "names", "namematch.error.none");
        }
        if (brought == null || errors.any()) {
            ModelAndView page = page(viewer, FormErrors.shown(names), errors);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        NameListId id =
                matching.add(brought, file != null && given ? FileName.shown(file.getOriginalFilename()) : "", viewer);
        deeds.record(
                viewer,
                Deed.of("names.matched", "names", id.value())
                        .with("count", null, brought.rows().size()));
        return new ModelAndView("redirect:/bodies/matching/" + id);
    }

    private static @Nullable BroughtNames read(MultipartFile file, FormErrors errors) throws IOException {
        Path copy = Files.createTempFile("names", "");
        try {
            file.transferTo(copy);
            return BroughtNames.of(copy, FileName.shown(file.getOriginalFilename()));
        } catch (TableRefused e) {
            errors.add("file", e.key(), e.named());
            return null;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static @Nullable BroughtNames pasted(@Nullable String names, FormErrors errors) {
        String text = errors.text("names", names, LONGEST);
        if (errors.any()) {
            return null;
        }
        BroughtNames brought = BroughtNames.of(text);
        errors.require(
                brought.rows().size() <= BroughtNames.LIMITS.rows(),
                "names",
                "namematch.error.many",
                "most",
                BroughtNames.LIMITS.rows());
        errors.require(
                brought.columns() <= BroughtNames.LIMITS.columns(),
                "names",
                "spreadsheet.refused.columns",
                "most",
                BroughtNames.LIMITS.columns());
        brought.rows().stream()
                .filter(row -> row.cells().stream().anyMatch(cell -> cell.length() > BroughtNames.LIMITS.cell()))
                .findFirst()
                .ifPresent(row -> errors.add(
                        "names", "namematch.error.long", "row", row.number(), "most", BroughtNames.LIMITS.cell()));
        return brought;
    }

    @PostMapping("/bodies/matching/{id}/deletion")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView delete(@PathVariable NameListId id, Viewer viewer, RedirectAttributes flash) {
        if (!lists.delete(id, viewer)) {
            throw new NotFound();
        }
        deeds.record(viewer, Deed.of("names.deleted", "names", id.value()));
        flash.addFlashAttribute(
                Notice.FLASH,
                Notice.of("namematch.notice.deleted", Map.of()).undoneAt("/bodies/matching/" + id + "/deletion/undo"));
        return new ModelAndView("redirect:/bodies/matching");
    }

    @PostMapping("/bodies/matching/{id}/deletion/undo")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView restore(@PathVariable NameListId id, Viewer viewer, RedirectAttributes flash) {
        if (!lists.restore(id, viewer)) {
            throw new NotFound();
        }
        deeds.record(viewer, Deed.of("names.restored", "names", id.value()));
        flash.addFlashAttribute(Notice.FLASH, Notice.of("namematch.notice.restored"));
        return new ModelAndView("redirect:/bodies/matching/" + id);
    }

    private ModelAndView page(Viewer viewer, String names, FormErrors errors) {
        return new ModelAndView("namematch/start", "page", new StartPage(lists.all(viewer), names, errors));
    }
}
