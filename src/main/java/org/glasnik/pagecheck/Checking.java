package org.glasnik.pagecheck;

import java.util.List;
import org.glasnik.pageaddress.PageAddress;
import org.glasnik.pageaddress.Platform;
import org.glasnik.pageaddress.Typed;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says whether a page is official. Only the register is asked: nothing is fetched. */
@Component
class Checking {
    private final FoundPages found;

    Checking(FoundPages found) {
        this.found = found;
    }

    Verdict of(@Nullable String typed, Language reader) {
        String asked = typed == null ? "" : typed.replaceAll("\\p{Cc}", " ").strip();
        if (asked.isEmpty()) {
            return Verdict.of(Verdict.Kind.ASK, "");
        }
        return switch (Typed.of(asked)) {
            case Typed.Page page -> page(asked, page.address(), reader);
            case Typed.Handle handle -> named(asked, handle.name(), reader);
            case Typed.NoPage none -> Verdict.of(Verdict.Kind.NOBODYS, asked);
            case Typed.Imitation imitation ->
                new Verdict(
                        Verdict.Kind.IMITATION,
                        asked,
                        List.of(),
                        List.of(),
                        List.of(),
                        imitation.host(),
                        imitation.imitated());
            case Typed.Nothing nothing -> Verdict.of(Verdict.Kind.UNREADABLE, asked);
        };
    }

    private Verdict page(String asked, PageAddress address, Language reader) {
        List<FoundPage> pages = found.at(address, reader);
        boolean site = address.platform() == Platform.SITE;
        if (pages.stream().anyMatch(FoundPage::official)) {
            return Verdict.found(Verdict.Kind.YES, asked, pages);
        }
        List<FoundPages.SiteOf> sites = site ? found.siteOf(address, reader) : List.of();
        if (!sites.isEmpty()) {
            return new Verdict(Verdict.Kind.YES, asked, List.of(), List.of(), sites, null, null);
        }
        if (!pages.isEmpty()) {
            return Verdict.found(Verdict.Kind.WAS, asked, pages);
        }
        // "eda.commerce" may be a name with a full stop in it, or a site.
        if (site && !address.key().matches(".*[/?:].*")) {
            return named(asked, address.key(), reader);
        }
        return new Verdict(
                Verdict.Kind.NO, asked, List.of(), found.like(address, false, reader), List.of(), null, null);
    }

    private Verdict named(String asked, String name, Language reader) {
        List<FoundPage> pages = found.named(name, reader);
        if (!pages.isEmpty()) {
            boolean official = pages.stream().anyMatch(FoundPage::official);
            return Verdict.found(official ? Verdict.Kind.NAMED : Verdict.Kind.WAS, asked, pages);
        }
        PageAddress alone = new PageAddress(Platform.SITE, name, name, "");
        return new Verdict(Verdict.Kind.NO, asked, List.of(), found.like(alone, true, reader), List.of(), null, null);
    }
}
