package org.glasnik.identity;

import java.util.Map;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.glasnik.testing.Cast;
import org.glasnik.testing.PageStates;
import org.glasnik.testing.Web;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People and their seats: forms refused, a seat that has ended, a desk with nothing on it. */
@Component
class PeopleStates implements PageStates {
    private final JdbcClient jdbc;

    PeopleStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void show(Web web, Shown shown) {
        Web operator = web.as("operator");
        PersonId person = Cast.person(jdbc, "lektsiina");
        String path = "/people/" + person;
        shown.add("person without a name", 422, operator.submit(path + "/edit", path, Map.of("name", "")));
        shown.add("people, none found", 200, operator.get("/people?text=nowhere"));
        String seat = "/memberships/"
                + jdbc.sql("select id from identity.membership where person_id = ? and until is null")
                        .param(person.value())
                        .query(UUID.class)
                        .single()
                + "/ending";
        shown.add("seat not ended", 422, operator.submit(seat, seat, Map.of("until", "2099-01-01")));
        Web.Answer ended = operator.submit(seat, seat, Map.of("until", "2027-03-01"));
        Web.Answer noticed = operator.get(ended.location());
        shown.add("seat ended, and a way back", 200, noticed);
        shown.add("person without a seat", 200, operator.get(path));
        operator.submit(noticed, seat + "/undo", Map.of());
        shown.add("desk with nothing on it", 200, web.as("notional").get("/"));
        Web.Answer deleted = operator.submit(path, path + "/deletion", Map.of());
        shown.add("person deleted, and a way back", 200, operator.get(deleted.location()));
        operator.submit("/bin", path + "/deletion/undo", Map.of());
        shown.add("person brought back", 200, operator.get(path));
    }
}
