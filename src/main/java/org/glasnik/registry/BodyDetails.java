package org.glasnik.registry;

import java.time.LocalDate;
import java.util.List;
import org.glasnik.access.BodyId;
import org.jspecify.annotations.Nullable;

/**
 * What people write down of a body.
 *
 * @param code the key that authorities themselves use, unique
 * @param nameSr in Cyrillic; Latin is derived
 * @param population people, null where unknown or without meaning
 * @param site absolute address or empty
 * @param mail address or empty
 * @param organising whether programmes are organised in its name
 * @param hue of its pages, 0 to 359
 * @param keeper the organising body that keeps this record, null for the operator
 * @param jurisdiction whose law it lives under: a code of {@code registry.jurisdiction}, null where nobody has said
 * @param otherNames short names and spellings by which people look for it
 * @param zone IANA name, empty for the installation's
 * @param foundedOn null where unknown
 */
public record BodyDetails(
        String code,
        BodyKind kind,
        @Nullable BodyId parent,
        String nameUk,
        String nameSr,
        String nameRu,
        String nameEn,
        @Nullable Integer population,
        String site,
        String mail,
        boolean organising,
        int hue,
        @Nullable BodyId keeper,
        @Nullable String jurisdiction,
        List<String> otherNames,
        String phone,
        String address,
        String zone,
        @Nullable LocalDate foundedOn) {}
