package org.glasnik.officialpage;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.pageaddress.PageAddress;
import org.glasnik.platform.Language;
import org.glasnik.platform.Params;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Pages by the hundred, each batch in one statement. */
@Repository
class PageBatches {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String GIVEN = """
             from jsonb_to_recordset(cast(:rows as jsonb)) as r (
                 id uuid, version int, body uuid, platform text, key text, handle text, address text, name text, likeness text,
                 purpose text, unit text, tags text[], category text, status text, "openedOn" date, responsible uuid,
                 "reviewedOn" date)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PageBatches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A page that an import meets, with who answers for it. */
    record Stored(Page page, @Nullable UUID responsible) {
        PageState state() {
            return new PageState(page.id().value(), page.version(), page.details(), responsible, page.reviewedOn());
        }
    }

    /** By {@link #key}: the pages that have these addresses now. */
    Map<String, Stored> stored(Collection<PageAddress> addresses, Viewer viewer, Language reader, LocalDate today) {
        Map<String, Page> found = new HashMap<>();
        jdbc.sql(Pages.WHOLE
                        + "p.status <> 'archived' and (p.platform, p.key) in (select * from unnest(:platforms, :keys))")
                .params(PageRights.of(viewer))
                .param("reader", reader.tag())
                .param("today", today)
                .param(
                        "platforms",
                        addresses.stream().map(a -> a.platform().tag()).toArray(String[]::new))
                .param("keys", addresses.stream().map(PageAddress::key).toArray(String[]::new))
                .query((row, n) -> {
                    Page page = Pages.page(row, reader);
                    return found.put(key(page.details().at()), page);
                })
                .list();
        Map<UUID, UUID> responsible = new HashMap<>();
        jdbc.sql("select page_id, person_id from officialpage.responsible where page_id = any(:pages)")
                .param("pages", found.values().stream().map(p -> p.id().value()).toArray(UUID[]::new))
                .query((row, n) ->
                        responsible.put(row.getObject("page_id", UUID.class), row.getObject("person_id", UUID.class)))
                .list();
        Map<String, Stored> stored = new HashMap<>();
        found.forEach((key, page) ->
                stored.put(key, new Stored(page, responsible.get(page.id().value()))));
        return stored;
    }

    static String key(PageAddress address) {
        return address.platform().tag() + " " + address.key();
    }

    /** Bodies of codes whose pages the viewer may change, by code in lower case. */
    Map<String, BodyId> bodies(Set<String> codes, Viewer viewer) {
        Map<String, BodyId> bodies = new HashMap<>();
        jdbc.sql("select lower(b.code) as code, b.id from registry.body_open b where lower(b.code) = any(:codes) and "
                        + PageRights.CHANGES)
                .params(PageRights.of(viewer))
                .param("codes", codes.toArray(String[]::new))
                .query((row, n) -> bodies.put(row.getString("code"), new BodyId(row.getObject("id", UUID.class))))
                .list();
        return bodies;
    }

    /** Somebody who may be named for pages of a body. */
    record Belonging(BodyId body, PersonId person, String name, String mailKey) {}

    List<Belonging> belonging(Collection<BodyId> bodies) {
        return jdbc.sql(
                        "select b.id, w.id as person, w.name, w.mail_key from identity.person_open w, registry.body_open b"
                                + " where b.id = any(:bodies) and " + PagePeople.BELONGS + " order by w.name, w.id")
                .param("bodies", bodies.stream().map(BodyId::value).toArray(UUID[]::new))
                .query((row, n) -> new Belonging(
                        new BodyId(row.getObject("id", UUID.class)),
                        new PersonId(row.getObject("person", UUID.class)),
                        row.getString("name"),
                        row.getString("mail_key")))
                .list();
    }

    void add(List<PageState> pages) {
        jdbc.sql("""
                        insert into officialpage.page (id, body_id, platform, key, handle, address, name, likeness, purpose, unit,
                                                       languages, category, status, opened_on, created_at, changed_at)
                        select id, body, platform, key, handle, address, name, likeness, purpose, unit, tags, category, status,
                               "openedOn", :now, :now""" + GIVEN)
                .param("rows", json(pages))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        follow(pages);
    }

    /** Those whose version is no more the one before, or that the viewer may not change, are left out; the others are named. */
    Set<UUID> change(List<PageState> pages, Viewer viewer) {
        Set<UUID> changed = new HashSet<>(jdbc.sql("""
                        update officialpage.page p
                        set body_id = r.body, handle = r.handle, address = r.address, name = r.name, likeness = r.likeness,
                            purpose = r.purpose, unit = r.unit, languages = r.tags, category = r.category, status = r.status,
                            opened_on = r."openedOn", version = p.version + 1, changed_at = :now""" + GIVEN
                        + " join registry.body_open b on true where p.id = r.id and b.id = p.body_id and "
                        + PageRights.CHANGES
                        + " and p.version = r.version - 1 and p.deleted_at is null returning p.id")
                .params(PageRights.of(viewer))
                .param("rows", json(pages))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list());
        follow(pages.stream().filter(page -> changed.contains(page.id())).toList());
        return changed;
    }

    /** Who answers, and the last look. */
    private void follow(List<PageState> pages) {
        jdbc.sql(
                        "with gone as (delete from officialpage.responsible o using (select r.id, r.responsible" + GIVEN
                                + """
                        ) r where o.page_id = r.id and o.person_id is distinct from r.responsible)
                        insert into officialpage.responsible as o (page_id, person_id)
                        select r.id, r.responsible""" + GIVEN
                                + " join identity.person_open w on w.id = r.responsible where true on conflict (page_id) do update set person_id = excluded.person_id")
                .param("rows", json(pages))
                .update();
        jdbc.sql("insert into officialpage.review (page_id, seen_on) select r.id, r.\"reviewedOn\"" + GIVEN
                        + " where r.\"reviewedOn\" is not null on conflict do nothing")
                .param("rows", json(pages))
                .update();
    }

    /** Removes pages that nobody has touched since and that the viewer may change; those that went. */
    Set<UUID> remove(List<PageState> added, Viewer viewer) {
        return new HashSet<>(jdbc.sql("""
                        delete from officialpage.page p using unnest(cast(:ids as uuid[]), cast(:versions as int[])) as r (id, version), registry.body_open b
                        where b.id = p.body_id and p.id = r.id and p.version = r.version and p.deleted_at is null
                          and not exists (select from officialpage.proof f where f.page_id = p.id)
                          and not exists (select from officialpage.review v where v.page_id = p.id and v.by_id is not null)
                          and """ + PageRights.CHANGES + " returning p.id")
                .params(PageRights.of(viewer))
                .param("ids", added.stream().map(PageState::id).toArray(UUID[]::new))
                .param("versions", added.stream().map(PageState::version).toArray(Integer[]::new))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list());
    }

    /** Takes back looks that only a file told of. */
    void forgetReviews(Map<UUID, LocalDate> days) {
        jdbc.sql("""
                        delete from officialpage.review v using unnest(cast(:pages as uuid[]), cast(:days as date[])) as r (page, day)
                        where v.page_id = r.page and v.seen_on = r.day and v.by_id is null""")
                .param("pages", days.keySet().toArray(UUID[]::new))
                .param(
                        "days",
                        days.values().stream().map(java.sql.Date::valueOf).toArray(java.sql.Date[]::new))
                .update();
    }

    private static String json(List<PageState> pages) {
        return JSON.writeValueAsString(pages.stream().map(PageBatches::flat).toList());
    }

    private static Map<String, @Nullable Object> flat(PageState page) {
        PageDetails details = page.details();
        Map<String, @Nullable Object> flat = new LinkedHashMap<>(Params.of(details));
        flat.putAll(Params.of(details.at()));
        flat.remove("at");
        flat.put("id", page.id());
        flat.put("version", page.version());
        flat.put("name", details.at().name());
        flat.put("likeness", details.at().likeness());
        flat.put(
                "tags",
                details.languages().isEmpty()
                        ? new ArrayList<>()
                        : List.of(details.languages().split(", ")));
        flat.put("responsible", page.responsible());
        flat.put("reviewedOn", page.reviewedOn());
        return flat;
    }
}
