package org.glasnik.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Set;
import javax.sql.DataSource;
import org.glasnik.access.PersonId;
import org.glasnik.personal.ErasingAgain.Reapplied;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A copy brings back three who were erased; one of them is its only operator. */
@GlasnikTest
class ErasingAgainTest {
    private static final Path LIST = Path.of("target/test-data/erasures");

    @Autowired
    ErasingAgain again;

    @Autowired
    PersonalRows rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource source;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private PersonId operator;
    private PersonId resident;
    private PersonId manager;

    @BeforeEach
    void asRestored() throws Exception {
        operator = Cast.person(jdbc, "operator");
        resident = Cast.person(jdbc, "resident");
        manager = Cast.person(jdbc, "manager");
        Files.createDirectories(LIST.getParent());
        String at = " 2027-03-01T12:00:00Z\n";
        Files.writeString(LIST, resident + at + operator + at + manager + at);
    }

    @AfterEach
    void forgetTheList() throws Exception {
        Files.deleteIfExists(LIST);
    }

    private String name(PersonId person) {
        return jdbc.sql("select name from identity.person where id = ?")
                .param(person.value())
                .query(String.class)
                .single();
    }

    @Test
    void theLastOperatorStaysAndNobodyWaitsForThat() throws Exception {
        // The control: all at once is refused, and nobody is erased.
        assertThatThrownBy(() ->
                        transaction.execute(status -> rows.erase(Set.of(resident, operator, manager), clock.instant())))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("The last operator stays");
        assertThat(name(resident)).isNotEmpty();

        // As by the command, which then forgets it here.
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            DataSource one = new SingleConnectionDataSource(connection, true);
            assertThat(ErasingAgain.reapply(one, LIST.getParent(), clock)).isEqualTo(new Reapplied(3, 1));
            assertThat(ErasingAgain.left(one)).isEqualTo(1);
            assertThat(JdbcClient.create(one)
                            .sql("select name from identity.person where id = any(?)")
                            .param(new java.util.UUID[] {resident.value(), manager.value()})
                            .query(String.class)
                            .list())
                    .containsExactly("", "");
            connection.rollback();
            connection.setAutoCommit(true);
        }
        assertThat(name(resident)).isNotEmpty();

        // As by night.
        assertThat(again.reapply()).isEqualTo(new Reapplied(3, 1));
        assertThat(name(resident)).isEmpty();
        assertThat(name(manager)).isEmpty();
        assertThat(name(operator)).isNotEmpty();
        assertThat(ErasingAgain.left(source)).isEqualTo(1);

        jdbc.sql("update identity.person set operator = true where id = ?")
                .param(Cast.person(jdbc, "organiser").value())
                .update();
        assertThat(again.reapply()).isEqualTo(new Reapplied(3, 0));
        assertThat(name(operator)).isEmpty();
        assertThat(ErasingAgain.left(source)).isZero();
    }
}
