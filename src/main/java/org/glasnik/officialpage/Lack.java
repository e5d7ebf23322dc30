package org.glasnik.officialpage;

import java.util.Locale;

/** What a page that is not archived may lack. Its words are {@code officialpage.lack.<tag>}. */
enum Lack {
    UNREVIEWED("p.status = 'live' and d.reviewed_on is null"),
    OVERDUE("d.due_on < :today"),
    UNPROVEN("p.status = 'live' and f.kind is null"),
    PURPOSE("p.purpose = ''"),
    UNIT("p.unit = ''"),
    LANGUAGE("cardinality(p.languages) = 0"),
    /** Who answers for a page is known to those inside only, and so is that nobody does. */
    RESPONSIBLE(PageRights.INSIDE + " and not " + PagePeople.RESPONSIBLE);

    private final String condition;

    Lack(String condition) {
        this.condition = condition;
    }

    /** As in addresses. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Over page p, body b, its dates d and its latest proof f. */
    String sql() {
        return "(p.status <> 'archived' and " + condition + ")";
    }

    /** The tags of all that a page lacks, as an array. */
    static String all() {
        StringBuilder all = new StringBuilder("array_remove(array[");
        for (Lack lack : values()) {
            all.append(lack.ordinal() == 0 ? "" : ", ")
                    .append("case when ")
                    .append(lack.sql())
                    .append(" then '")
                    .append(lack.tag())
                    .append("' end");
        }
        return all.append("], null)").toString();
    }
}
