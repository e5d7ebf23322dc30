package org.glasnik.registry;

import java.time.LocalDate;
import java.util.List;
import org.glasnik.access.BodyId;
import org.jspecify.annotations.Nullable;

/** One line of the register. */
record BodyRow(
        BodyId id,
        BodyName name,
        BodyKind kind,
        String code,
        @Nullable BodyId parent,
        @Nullable BodyName parentName,
        @Nullable Integer population,
        String site,
        String mail,
        boolean organising,
        @Nullable String jurisdiction,
        String phone,
        String address,
        @Nullable LocalDate foundedOn,
        @Nullable LocalDate endedOn,
        String zone,
        List<String> otherNames,
        @Nullable String parentCode,
        List<String> successors,
        Lifecycles.Names names) {}
