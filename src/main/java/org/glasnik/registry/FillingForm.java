package org.glasnik.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasnik.access.Viewer;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands around the fields of a body's form: choices, rights, and what someone else has saved in the meantime. */
@Component
class FillingForm {
    private final Bodies bodies;
    private final BodyRows rows;
    private final KindWords kinds;
    private final Jurisdictions jurisdictions;
    private final Texts texts;

    FillingForm(Bodies bodies, BodyRows rows, KindWords kinds, Jurisdictions jurisdictions, Texts texts) {
        this.bodies = bodies;
        this.rows = rows;
        this.kinds = kinds;
        this.jurisdictions = jurisdictions;
        this.texts = texts;
    }

    BodyRights rights(Viewer viewer, @Nullable Body before, Language reader) {
        return BodyRights.of(viewer, before, bodies.organising(reader));
    }

    BodyFormPage page(
            BodyForm form,
            FormErrors errors,
            @Nullable Body body,
            Viewer viewer,
            Language reader,
            List<BodyFormPage.Difference> differences) {
        BodyRights rights = rights(viewer, body, reader);
        Map<String, String> keepers = new LinkedHashMap<>();
        rights.keepers().forEach((id, name) -> keepers.put(id.toString(), name.text()));
        return new BodyFormPage(
                form,
                errors,
                body,
                rights,
                kinds.in(reader),
                jurisdictions.in(reader),
                rows.parentCodes(reader),
                keepers,
                differences);
    }

    /** Field by field what was typed and what is stored now, where the two are not the same. */
    List<BodyFormPage.Difference> differences(BodyForm typed, BodyForm stored, BodyRights rights, Language reader) {
        List<BodyFormPage.Difference> all = new ArrayList<>();
        add(all, "nameUk", typed.nameUk(), stored.nameUk());
        add(all, "nameSr", typed.nameSr(), stored.nameSr());
        add(all, "nameRu", typed.nameRu(), stored.nameRu());
        add(all, "nameEn", typed.nameEn(), stored.nameEn());
        add(all, "kind", word(typed.kind(), reader), word(stored.kind(), reader));
        add(all, "code", typed.code(), stored.code());
        add(all, "parent", typed.parent(), stored.parent());
        add(all, "population", typed.population(), stored.population());
        add(all, "site", typed.site(), stored.site());
        add(all, "mail", typed.mail(), stored.mail());
        add(all, "otherNames", lines(typed.otherNames()), lines(stored.otherNames()));
        add(all, "jurisdiction", typed.jurisdiction(), stored.jurisdiction());
        add(all, "phone", typed.phone(), stored.phone());
        add(all, "address", typed.address(), stored.address());
        add(all, "zone", typed.zone(), stored.zone());
        add(all, "foundedOn", typed.foundedOn(), stored.foundedOn());
        add(all, "hue", typed.hue() == null ? stored.hue() : typed.hue(), stored.hue());
        if (rights.organising()) {
            add(all, "organising", yes(typed.organising(), reader), yes(stored.organising(), reader));
        }
        if (typed.keeper() != null) {
            add(all, "keeper", keeper(typed.keeper(), rights), keeper(stored.keeper(), rights));
        }
        return all;
    }

    private String yes(@Nullable String checked, Language reader) {
        return texts.text(
                reader, "yes".equals(checked) ? "registry.body.organising.yes" : "registry.body.organising.no");
    }

    private static String keeper(@Nullable String id, BodyRights rights) {
        return rights.keepers().entrySet().stream()
                .filter(known -> known.getKey().toString().equals(id))
                .map(known -> known.getValue().text())
                .findFirst()
                .orElse("");
    }

    private static String lines(@Nullable String typed) {
        return String.join("; ", ReadingBody.lines(typed));
    }

    private String word(@Nullable String tag, Language reader) {
        return BodyKind.ofTag(tag).map(kind -> kinds.word(reader, kind)).orElse("");
    }

    private static void add(
            List<BodyFormPage.Difference> all, String field, @Nullable String typed, @Nullable String stored) {
        String one = FormErrors.shown(typed).strip();
        String other = FormErrors.shown(stored);
        if (!one.equals(other)) {
            all.add(new BodyFormPage.Difference("registry.body." + field, one, other));
        }
    }
}
