package org.glasnik.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Seats are filled, emptied and replaced, and their history is kept. */
@GlasnikTest
class SeatingTest {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    @Autowired
    Seating seating;

    @Autowired
    Memberships memberships;

    @Autowired
    People people;

    @Autowired
    Viewers viewers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private BodyId body;
    private Viewer operator;
    private int number;

    @BeforeEach
    void aBodyOfItsOwn() {
        body = new BodyId(jdbc.sql("""
                        insert into registry.body (code, kind, name_en)
                        values ('T-' || gen_random_uuid(), 'hromada', 'Test') returning id""").query(java.util.UUID.class).single());
        operator = viewers.of(Cast.person(jdbc, "operator"), true).orElseThrow();
    }

    private PersonId someone() {
        String mail = "p" + number++ + "-" + body + "@x.example";
        return people.add("Someone", MailAddress.of(mail).orElseThrow(), Language.EN, "")
                .orElseThrow();
    }

    private List<Membership> present() {
        return memberships.present(Set.of(body)).getOrDefault(body, List.of());
    }

    @Test
    void theSecondManagerIsRefusedAndTheSecondAdministratorIsNot() {
        PersonId first = someone();
        assertThat(begin(first, Seat.MANAGER)).isTrue();
        assertThat(begin(first, Seat.MANAGER)).isTrue();
        assertThat(begin(someone(), Seat.MANAGER)).isFalse();
        assertThat(begin(someone(), Seat.PAGE_ADMIN)).isTrue();
        assertThat(begin(someone(), Seat.PAGE_ADMIN)).isTrue();
        assertThat(present().stream().map(Membership::seat))
                .containsExactly(Seat.MANAGER, Seat.PAGE_ADMIN, Seat.PAGE_ADMIN);
    }

    private boolean begin(PersonId person, Seat seat) {
        return Boolean.TRUE.equals(transaction.execute(status -> seating.begin(operator, person, body, seat, DAY)));
    }

    /** The control: without the index two people hold the seat for one. */
    @Test
    void theDatabaseHoldsASeatForOne() {
        String insert =
                "insert into identity.membership (person_id, body_id, seat, since) values ('%s', '%s', 'manager', '2027-03-01')";
        PersonId one = someone();
        PersonId other = someone();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("drop index identity.membership_single").update();
            jdbc.sql(insert.formatted(one, body)).update();
            jdbc.sql(insert.formatted(other, body)).update();
            assertThat(present()).hasSize(2);
            status.setRollbackOnly();
        });
        jdbc.sql(insert.formatted(one, body)).update();
        assertThatThrownBy(() -> jdbc.sql(insert.formatted(other, body)).update())
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("membership_single");
    }

    @Test
    void ofEightWhoComeAtOnceOneSits() throws Exception {
        List<PersonId> eight = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            eight.add(someone());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> all = eight.stream()
                    .<Callable<Boolean>>map(person -> () -> begin(person, Seat.SPECIALIST))
                    .toList();
            int seated = 0;
            for (Future<Boolean> one : threads.invokeAll(all)) {
                seated += one.get() ? 1 : 0;
            }
            assertThat(seated).isEqualTo(1);
        }
        assertThat(present()).hasSize(1);
    }

    @Test
    void replacementKeepsTheHistory() {
        PersonId first = someone();
        PersonId second = someone();
        begin(first, Seat.MANAGER);
        LocalDate on = DAY.plusDays(5);
        transaction.executeWithoutResult(s -> seating.replace(operator, body, Seat.MANAGER, second, on));
        assertThat(present().stream().map(Membership::person)).containsExactly(second);
        assertThat(jdbc.sql(
                                "select person_id || ' ' || since || ' ' || coalesce(until::text, '-') from identity.membership where body_id = ? order by since")
                        .param(body.value())
                        .query(String.class)
                        .list())
                .containsExactly(first + " 2027-03-01 2027-03-06", second + " 2027-03-06 -");
        assertThat(jdbc.sql("""
                                select d.verb from deed.deed d join identity.membership m on m.id = d.object_id
                                where m.body_id = ? order by d.id""").param(body.value()).query(String.class).list())
                .containsExactly("membership.begun", "membership.ended", "membership.begun");
        transaction.executeWithoutResult(s -> seating.replace(operator, body, Seat.MANAGER, second, on.plusDays(1)));
        assertThat(present().stream().map(Membership::since)).containsExactly(on);
        assertThatThrownBy(() -> seating.replace(operator, body, Seat.PAGE_ADMIN, first, on))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSeatEndsNeverBeforeItBegan() {
        PersonId person = someone();
        begin(person, Seat.OTHER);
        transaction.executeWithoutResult(
                s -> assertThat(seating.end(operator, person, body, Seat.OTHER, DAY.minusYears(1)))
                        .isTrue());
        transaction.executeWithoutResult(s ->
                assertThat(seating.end(operator, person, body, Seat.OTHER, DAY)).isFalse());
        assertThat(jdbc.sql("select until from identity.membership where body_id = ?")
                        .param(body.value())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(DAY);
    }

    @Test
    void seatsAreFilledByThoseWhoMay() {
        PersonId manager = someone();
        begin(manager, Seat.MANAGER);
        PersonId specialist = someone();
        begin(specialist, Seat.SPECIALIST);
        Map<String, Set<Seat>> may = Map.of(
                "operator", memberships.fillable(body, operator),
                "manager", memberships.fillable(body, viewers.of(manager, false).orElseThrow()),
                "specialist",
                        memberships.fillable(body, viewers.of(specialist, false).orElseThrow()),
                "organiser",
                        memberships.fillable(
                                body,
                                viewers.of(Cast.person(jdbc, "organiser"), true).orElseThrow()));
        assertThat(may)
                .isEqualTo(Map.of(
                        "operator", Set.of(Seat.values()),
                        "manager", Set.of(Seat.MANAGER, Seat.SPECIALIST, Seat.PAGE_ADMIN, Seat.OTHER),
                        "specialist", Set.of(),
                        "organiser", Set.of()));
        jdbc.sql("update registry.body set keeper_id = ? where id = ?")
                .params(Cast.body(jdbc, "CN-00-002").value(), body.value())
                .update();
        assertThat(memberships.fillable(
                        body, viewers.of(Cast.person(jdbc, "organiser"), true).orElseThrow()))
                .isEqualTo(Set.of(Seat.values()));
    }

    /** The control: whoever left of itself may come back, for 30 days. */
    @Test
    void whoeverWasSentAwayDoesNotComeBackUnasked() {
        PersonId person = someone();
        begin(person, Seat.PAGE_ADMIN);
        MembershipId seat = present().getFirst().id();
        Viewer own = viewers.of(person, false).orElseThrow();

        transaction.executeWithoutResult(s -> seating.end(own, List.of(seat), DAY));
        assertThat(memberships.reopenable(seat, own)).isPresent();
        jdbc.sql("update identity.membership set ended_at = ended_at - interval '31 days' where id = ?")
                .param(seat.value())
                .update();
        assertThat(memberships.reopenable(seat, own)).isEmpty();
        assertThat(memberships.reopenable(seat, operator)).isPresent();

        transaction.executeWithoutResult(s ->
                seating.reopen(operator, memberships.reopenable(seat, operator).orElseThrow()));
        transaction.executeWithoutResult(s -> seating.end(operator, List.of(seat), DAY));
        assertThat(memberships.reopenable(seat, own)).isEmpty();
        assertThat(memberships.reopenable(seat, operator)).isPresent();
    }
}
