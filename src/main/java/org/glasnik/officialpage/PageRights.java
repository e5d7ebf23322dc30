package org.glasnik.officialpage;

import java.util.HashMap;
import java.util.Map;
import org.glasnik.access.Viewer;
import org.jspecify.annotations.Nullable;

/** Who sees and who changes a page, as conditions for a WHERE over page p and body b: see docs/rules. */
final class PageRights {
    /** Belongs to the body, keeps its record or runs the installation. */
    static final String INSIDE =
            "(:operator or b.id = any(:organises) or b.keeper_id = any(:organises) or b.id = any(:sitsIn))";

    /** What is planned is for those inside. Everyone sees the rest. */
    static final String SEES = "(p.status <> 'planned' or " + INSIDE + ")";

    static final String CHANGES = """
            (:operator or b.id = any(:organises) or b.keeper_id = any(:organises)
             or (b.id = any(:sitsIn)
                 and exists (select 1 from identity.membership_open s
                             where s.body_id = b.id and s.person_id = cast(:me as uuid)
                               and s.seat in ('manager', 'specialist', 'page_admin'))))
            """;

    private PageRights() {}

    /** Of somebody who still owes a second factor there is no id: no power shows through. */
    static Map<String, @Nullable Object> of(Viewer viewer) {
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("operator", viewer.operator());
        all.put("organises", viewer.organisesIds());
        all.put("sitsIn", viewer.sitsInIds());
        all.put("me", viewer.id());
        return all;
    }
}
