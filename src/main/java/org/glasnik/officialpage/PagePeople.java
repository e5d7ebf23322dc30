package org.glasnik.officialpage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.listing.Collation;
import org.glasnik.platform.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who answers for a page and who has its keys. Only people who sit in its body or organise the body that keeps its record; whoever
 * has left counts no longer, though the row waits for somebody to name another.
 */
@Repository
class PagePeople {
    /** Person w belongs to body b: sits there, or organises the body that keeps its record. */
    static final String BELONGS = """
            exists (select 1 from identity.membership_open s
                    where s.person_id = w.id
                      and (s.body_id = b.id or (s.body_id = b.keeper_id and s.seat = 'organiser')))
            """;

    /** Somebody answers for page p of body b. */
    static final String RESPONSIBLE =
            "exists (select 1 from officialpage.responsible r join identity.person_open w on w.id = r.person_id"
                    + " where r.page_id = p.id and " + BELONGS + ")";

    private final JdbcClient jdbc;

    PagePeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param belongs whether the person still sits where people of this page sit */
    record Named(PersonId id, String name, boolean belongs) {}

    /** @param responsible at most one */
    record Behind(List<Named> responsible, List<Named> administrators) {
        boolean answered() {
            return responsible.stream().anyMatch(Named::belongs);
        }
    }

    Behind of(PageId page, Language reader) {
        List<Named> responsible = new ArrayList<>();
        List<Named> administrators = new ArrayList<>();
        jdbc.sql("select w.id, w.name, q.answers, " + BELONGS + """
                         as belongs
                        from (select page_id, person_id, true as answers from officialpage.responsible
                              union all select page_id, person_id, false from officialpage.administrator) q
                        join officialpage.page p on p.id = q.page_id join registry.body_open b on b.id = p.body_id
                        join identity.person_open w on w.id = q.person_id
                        where q.page_id = :page order by w.name collate\s""" + Collation.of(reader) + ", w.id")
                .param("page", page.value())
                .query((row, n) -> (row.getBoolean("answers") ? responsible : administrators)
                        .add(new Named(
                                new PersonId(row.getObject("id", UUID.class)),
                                row.getString("name"),
                                row.getBoolean("belongs"))))
                .list();
        return new Behind(responsible, administrators);
    }

    /** Who may be named for pages of a body, id to name in the order of names. */
    Map<PersonId, String> choice(BodyId body, Language reader) {
        Map<PersonId, String> choice = new LinkedHashMap<>();
        jdbc.sql("select w.id, w.name from identity.person_open w, registry.body_open b where b.id = :body and "
                        + BELONGS + " order by w.name collate " + Collation.of(reader) + ", w.id")
                .param("body", body.value())
                .query((row, n) -> choice.put(new PersonId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
        return choice;
    }

    /** Replaces who answers for the page; the set holds at most one. */
    void answer(PageId page, Set<PersonId> people) {
        replace("officialpage.responsible", page, people);
    }

    void administer(PageId page, Set<PersonId> people) {
        replace("officialpage.administrator", page, people);
    }

    private void replace(String table, PageId page, Set<PersonId> people) {
        UUID[] ids = people.stream().map(PersonId::value).toArray(UUID[]::new);
        jdbc.sql("delete from " + table + " where page_id = :page and not person_id = any(:people)")
                .param("page", page.value())
                .param("people", ids)
                .update();
        jdbc.sql("insert into " + table + " (page_id, person_id) select :page, unnest(:people) on conflict do nothing")
                .param("page", page.value())
                .param("people", ids)
                .update();
    }
}
