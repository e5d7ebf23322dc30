package org.glasnik.deed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GlasnikTest
class DeedChainTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Deeds deeds;

    @Autowired
    ChainingDeeds chaining;

    @Autowired
    DeedChain chain;

    private final PersonId someone = new PersonId(UUID.randomUUID());

    @BeforeEach
    void anAccountOfEightBatchesAndSomeWaiting() {
        // The job would chain what is to wait here.
        jdbc.sql("delete from platform.scheduled_task").update();
        transaction.executeWithoutResult(status -> {
            past();
            jdbc.sql("truncate deed.waiting, deed.link, deed.batch, deed.detail, deed.deed")
                    .update();
        });
        for (int batch = 0; batch < 8; batch++) {
            deeds.recordOwn(some(batch + 2));
            clock.advance(Duration.ofMinutes(1));
            chaining.chain();
        }
        deeds.recordOwn(some(3));
    }

    private List<Deed> some(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    Deed deed = Deed.of("body.changed", "body", UUID.randomUUID())
                            .in(new BodyId(UUID.randomUUID()))
                            .with("name", "Дністрянка " + i, "Нова Дністрянка");
                    return i % 3 == 0 ? deed.about(someone) : deed;
                })
                .toList();
    }

    /** As someone with all rights on the database would: past triggers and foreign keys. */
    private void past() {
        jdbc.sql("set local session_replication_role = replica").update();
    }

    @Test
    void anUntouchedAccountIsSound() {
        ChainReport report = chain.check();
        assertThat(report.faults()).isEmpty();
        assertThat(report).isEqualTo(new ChainReport(8, 44, 3, 0, chain.head().orElseThrow(), List.of()));
    }

    @Test
    void anEmptyAccountIsSound() {
        transaction.executeWithoutResult(status -> {
            past();
            jdbc.sql("truncate deed.waiting, deed.link, deed.batch, deed.detail, deed.deed")
                    .update();
        });
        assertThat(chain.check()).isEqualTo(new ChainReport(0, 0, 0, 0, "", List.of()));
        assertThat(chain.head()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deed", "batch", "link", "detail"})
    void theAccountRefusesChanges(String table) {
        String column = table.equals("batch") ? "number" : table.equals("deed") ? "id" : "deed_id";
        assertThatThrownBy(() -> jdbc.sql("update deed.%s set %s = %s".formatted(table, column, column))
                        .update())
                .hasMessageContaining("only added to");
        assertThatThrownBy(() ->
                        jdbc.sql("truncate deed.%s cascade".formatted(table)).update())
                .hasMessageContaining("only added to");
    }

    /** A change without knowledge of the chain, anywhere in it, is found: a thousand random ones, each undone after. */
    @Test
    void everyChangeOfARowShows() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        TreeMap<String, Integer> unseen = new TreeMap<>();
        TreeMap<String, Integer> tried = new TreeMap<>();
        for (int i = 0; i < 1000; i++) {
            transaction.executeWithoutResult(status -> {
                past();
                String change = CHANGES.get(random.nextInt(CHANGES.size()));
                jdbc.sql("select setseed(:seed)")
                        .param("seed", random.nextDouble())
                        .query()
                        .listOfRows();
                int rows = jdbc.sql(change).update();
                assertThat(rows).as(change).isPositive();
                tried.merge(change, 1, Integer::sum);
                if (chain.check().sound()) {
                    unseen.merge(change, 1, Integer::sum);
                }
                status.setRollbackOnly();
            });
        }
        assertThat(unseen).as("seed " + seed).isEmpty();
        assertThat(tried.keySet()).as("seed " + seed).containsExactlyInAnyOrderElementsOf(CHANGES);
        assertThat(chain.check().sound()).isTrue();
    }

    private static final String ANY_DEED = " where id = (select deed_id from deed.link order by random() limit 1)";
    private static final String ANY_LINK = " where deed_id = (select deed_id from deed.link order by random() limit 1)";
    private static final String ANY_BATCH = " where number = (select number from deed.batch order by random() limit 1)";
    private static final String ANY_DETAIL = " where deed_id = (select id from deed.deed order by random() limit 1)";

    private static final List<String> CHANGES = Stream.of(
                    Stream.of(
                                    "at = at + interval '1 microsecond'",
                                    "actor_id = gen_random_uuid()",
                                    "verb = 'body.deleted'",
                                    "object_kind = 'person'",
                                    "object_id = gen_random_uuid()",
                                    "body_id = null",
                                    "about_person = not about_person",
                                    "detail_hash = sha256(detail_hash)",
                                    "id = gen_random_uuid()")
                            .map(set -> "update deed.deed set " + set + ANY_DEED),
                    Stream.of("delete from deed.deed" + ANY_DEED),
                    Stream.of("insert into deed.deed (at, verb, object_kind, object_id, about_person, detail_hash)"
                            + " values (now(), 'body.changed', 'body', gen_random_uuid(), false, sha256('x'))"),
                    Stream.of("""
                            with forged as (
                                insert into deed.deed (at, verb, object_kind, object_id, about_person, detail_hash)
                                values (now(), 'body.changed', 'body', gen_random_uuid(), true, sha256('x')) returning id)
                            insert into deed.link (deed_id, batch, position)
                            select id, 4, (select max(position) + 1 from deed.link where batch = 4) from forged"""),
                    Stream.of(
                                    "batch = batch % 8 + 1, position = position + 100",
                                    "position = position + 100", "deed_id = gen_random_uuid()")
                            .map(set -> "update deed.link set " + set + ANY_LINK),
                    Stream.of("delete from deed.link" + ANY_LINK),
                    // Two deeds of one batch change places.
                    Stream.of("""
                            with one as (select batch from deed.link order by random() limit 1),
                            two as (select l.deed_id, l.position from deed.link l, one
                                    where l.batch = one.batch order by l.position limit 2),
                            gone as (delete from deed.link where deed_id in (select deed_id from two))
                            insert into deed.deed (id, at, verb, object_kind, object_id, about_person, detail_hash)
                            select gen_random_uuid(), now(), 'body.changed', 'body', gen_random_uuid(), false, sha256('y')
                            from two"""),
                    Stream.of("""
                            update deed.deed d set object_id = other.object_id, body_id = other.body_id
                            from deed.deed other
                            where d.id = (select min(deed_id::text)::uuid from deed.link where batch = 3)
                              and other.id = (select max(deed_id::text)::uuid from deed.link where batch = 3)"""),
                    Stream.of(
                                    "count = count + 1",
                                    "previous = sha256(previous)",
                                    "hash = sha256(hash)",
                                    "at = at + interval '1 second'",
                                    "number = number + 100")
                            .map(set -> "update deed.batch set " + set + ANY_BATCH),
                    Stream.of("delete from deed.batch" + ANY_BATCH),
                    Stream.of("insert into deed.batch (number, count, previous, hash, at)"
                            + " select max(number) + 1, 1, sha256('a'), sha256('b'), now() from deed.batch"),
                    Stream.of("changes = '{}'", "salt = sha256(salt)", "person_id = gen_random_uuid()")
                            .map(set -> "update deed.detail set " + set + ANY_DETAIL),
                    Stream.of("delete from deed.detail where deed_id ="
                            + " (select id from deed.deed where not about_person order by random() limit 1)"),
                    Stream.of("insert into deed.detail (deed_id, salt, changes) values (gen_random_uuid(), 'x', '{}')"),
                    Stream.of("delete from deed.waiting where deed_id ="
                            + " (select deed_id from deed.waiting order by random() limit 1)"),
                    Stream.of(
                            "insert into deed.waiting (deed_id) select deed_id from deed.link order by random() limit 1"))
            .flatMap(changes -> changes)
            .toList();

    /** The order of deeds in a batch: the links of two deeds are exchanged, nothing else. */
    @Test
    void anExchangeOfTwoPlacesShows() {
        transaction.executeWithoutResult(status -> {
            past();
            List<UUID> two = jdbc.sql("select deed_id from deed.link where batch = 5 order by position limit 2")
                    .query(UUID.class)
                    .list();
            jdbc.sql("update deed.link set position = 99 where deed_id = ?")
                    .param(two.get(0))
                    .update();
            jdbc.sql("update deed.link set position = 1 where deed_id = ?")
                    .param(two.get(1))
                    .update();
            jdbc.sql("update deed.link set position = 2 where deed_id = ?")
                    .param(two.get(0))
                    .update();
            assertThat(chain.check().faults()).containsExactly(new Fault(Fault.Kind.CHANGED, 5L, null));
            status.setRollbackOnly();
        });
    }

    @Test
    void aFaultSaysWhereItIs() {
        UUID deed = jdbc.sql("select deed_id from deed.link where batch = 2 and position = 1")
                .query(UUID.class)
                .single();
        transaction.executeWithoutResult(status -> {
            past();
            jdbc.sql("delete from deed.deed where id = ?").param(deed).update();
            assertThat(chain.check().faults())
                    .containsExactly(
                            new Fault(Fault.Kind.DEED_MISSING, 2L, deed),
                            new Fault(Fault.Kind.CHANGED, 2L, null),
                            new Fault(Fault.Kind.DEED_MISSING, null, deed));
            status.setRollbackOnly();
        });
    }

    /** The end cut off cleanly leaves a shorter chain that is sound: only a head noted elsewhere shows it. */
    @Test
    void aCutOffEndShowsByAHeadThatWasNoted() {
        String noted = chain.head().orElseThrow();
        deeds.recordOwn(some(2));
        chaining.chain();
        assertThat(chain.check(noted).faults())
                .as("an older head is still in the chain")
                .isEmpty();
        transaction.executeWithoutResult(status -> {
            past();
            jdbc.sql("create temp table cut on commit drop as select deed_id from deed.link where batch >= 8")
                    .update();
            jdbc.sql("delete from deed.detail where deed_id in (select deed_id from cut)")
                    .update();
            jdbc.sql("delete from deed.deed where id in (select deed_id from cut)")
                    .update();
            jdbc.sql("delete from deed.link where batch >= 8").update();
            jdbc.sql("delete from deed.batch where number >= 8").update();
            assertThat(chain.check().faults())
                    .as("without a head nothing shows")
                    .isEmpty();
            assertThat(chain.check(noted).faults()).containsExactly(new Fault(Fault.Kind.HEAD_UNKNOWN, null, null));
            status.setRollbackOnly();
        });
    }

    @Test
    void erasureOfAPersonsValuesLeavesTheChainSound() {
        int erased = jdbc.sql("delete from deed.detail where person_id = ?")
                .param(someone.value())
                .update();
        assertThat(erased).isPositive();
        ChainReport report = chain.check();
        assertThat(report.faults()).isEmpty();
        assertThat(report.erased()).isEqualTo(erased);
    }

    @Test
    void manyChainersMakeOneChain() throws Exception {
        List<Future<?>> running = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int thread = 0; thread < 8; thread++) {
                boolean writes = thread % 2 == 0;
                running.add(threads.submit((Callable<Object>) () -> {
                    for (int i = 0; i < 40; i++) {
                        if (writes) {
                            deeds.recordOwn(some(3));
                        } else {
                            chaining.chain();
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        chaining.chain();
        ChainReport report = chain.check();
        assertThat(report.faults()).isEmpty();
        assertThat(report.deeds()).isEqualTo(44 + 3 + 4 * 40 * 3);
        assertThat(report.waiting()).isZero();
    }

    /** A deed of a transaction that ends late has an older id than others that are chained already. */
    @Test
    void aDeedThatIsCommittedLateIsChainedLater() throws Exception {
        try (var thread = Executors.newSingleThreadExecutor()) {
            transaction.executeWithoutResult(status -> {
                deeds.recordOwn(some(1));
                try {
                    thread.submit(() -> {
                                deeds.recordOwn(some(1));
                                return chaining.chain();
                            })
                            .get();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        assertThat(chaining.chain()).isEqualTo(1);
        assertThat(chain.check().faults()).isEmpty();
    }

    @Test
    void theBytesOfADeedAreAsDocumented() {
        DeedLine line = new DeedLine(
                UUID.fromString("0198f3c2-7a11-7c3e-9d55-0a1b2c3d4e5f"),
                TestClock.START,
                null,
                "body.changed",
                "bo\tdy\\",
                UUID.fromString("0198f3c2-0000-7000-8000-000000000001"),
                UUID.fromString("0198f3c2-0000-7000-8000-000000000002"),
                false,
                new byte[32]);
        assertThat(line.text())
                .isEqualTo(
                        "deed-1\t0198f3c2-7a11-7c3e-9d55-0a1b2c3d4e5f\t2027-03-08T12:00:00.000000Z\t-\tbody.changed\t"
                                + "bo\\tdy\\\\\t0198f3c2-0000-7000-8000-000000000001\t0198f3c2-0000-7000-8000-000000000002\t0\t"
                                + "0".repeat(64) + "\n");
    }
}
