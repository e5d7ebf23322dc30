package org.glasnik.registry;

import org.glasnik.platform.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * A body's record as the browser sends it; what is absent is empty.
 *
 * @param version that the page was made from
 * @param parent code of the body above
 * @param organising "yes" or empty
 * @param keeper id of the organising body that keeps the record
 * @param otherNames one a line
 * @param foundedOn a day as browsers write it: 2020-12-31
 */
record BodyForm(
        @Nullable String version,
        @Nullable String code,
        @Nullable String kind,
        @Nullable String parent,
        @Nullable String nameUk,
        @Nullable String nameSr,
        @Nullable String nameRu,
        @Nullable String nameEn,
        @Nullable String population,
        @Nullable String site,
        @Nullable String mail,
        @Nullable String organising,
        @Nullable String hue,
        @Nullable String keeper,
        @Nullable String jurisdiction,
        @Nullable String otherNames,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String zone,
        @Nullable String foundedOn) {
    static final BodyForm EMPTY = new BodyForm(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null);

    static BodyForm of(Body body, @Nullable String parentCode) {
        BodyDetails details = body.details();
        return new BodyForm(
                "" + body.version(),
                details.code(),
                details.kind().tag(),
                parentCode,
                details.nameUk(),
                details.nameSr(),
                details.nameRu(),
                details.nameEn(),
                details.population() == null ? "" : details.population().toString(),
                details.site(),
                details.mail(),
                details.organising() ? "yes" : "",
                "" + details.hue(),
                details.keeper() == null ? "" : details.keeper().toString(),
                FormErrors.shown(details.jurisdiction()),
                String.join("\n", details.otherNames()),
                details.phone(),
                details.address(),
                details.zone(),
                details.foundedOn() == null ? "" : details.foundedOn().toString());
    }

    BodyForm at(int otherVersion) {
        return new BodyForm(
                "" + otherVersion,
                code,
                kind,
                parent,
                nameUk,
                nameSr,
                nameRu,
                nameEn,
                population,
                site,
                mail,
                organising,
                hue,
                keeper,
                jurisdiction,
                otherNames,
                phone,
                address,
                zone,
                foundedOn);
    }
}
