package org.glasnik.personal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.glasnik.access.PersonId;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases again whoever was erased: what a restore has brought back. An installation keeps its last operator, so a copy in
 * which an erased person is the only one keeps that person until there is another; nobody else waits for it.
 */
@Component
public class ErasingAgain {
    private static final Logger LOG = LoggerFactory.getLogger(ErasingAgain.class);

    private final JdbcClient jdbc;
    private final Erasures erasures;
    private final ErasureList list;
    private final TransactionTemplate transaction;

    ErasingAgain(JdbcClient jdbc, Erasures erasures, ErasureList list, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.erasures = erasures;
        this.list = list;
        this.transaction = transaction;
    }

    /**
     * Who has been erased again.
     *
     * @param people all who ever were
     * @param left how many of them could not be, as an installation keeps its last operator
     */
    public record Reapplied(int people, int left) {}

    /**
     * Erases again everyone who was ever erased: every night, since a request that was under way during an erasure may have
     * written a row after it, and after a restore. All at once; where that fails, one by one, so that nobody waits for another.
     */
    public Reapplied reapply() {
        Set<PersonId> all = Objects.requireNonNull(transaction.execute(status -> Erasures.together(jdbc, list)))
                .keySet();
        if (all.isEmpty()) {
            return new Reapplied(0, 0);
        }
        try {
            transaction.executeWithoutResult(status -> erasures.again(all));
            return new Reapplied(all.size(), 0);
        } catch (RuntimeException e) {
            LOG.info("Erasures are applied one by one, as not all could be at once");
        }
        int left = 0;
        for (PersonId person : all) {
            try {
                transaction.executeWithoutResult(status -> erasures.again(Set.of(person)));
            } catch (RuntimeException e) {
                if (lastOperator(e)) {
                    left++;
                } else {
                    LOG.error("Person {} could not be erased again and is tried tomorrow", person, e);
                }
            }
        }
        if (left > 0) {
            LOG.warn("Somebody who was erased is back as the last operator, and is erased once there is another");
        }
        return new Reapplied(all.size(), left);
    }

    /**
     * The same in a database that is being restored, by a command without the running application. Files of whoever is
     * erased go with the next sweep.
     *
     * @param restored one connection in one transaction
     * @param data folder of the installation, where the list is kept
     */
    public static Reapplied reapply(DataSource restored, Path data, Clock clock) throws SQLException {
        JdbcClient jdbc = JdbcClient.create(restored);
        PersonalRows rows = new PersonalRows(jdbc, new Columns(jdbc));
        Set<PersonId> all = Erasures.together(jdbc, new ErasureList(data)).keySet();
        Connection connection = restored.getConnection();
        int left = 0;
        if (!refused(connection, () -> rows.erase(all, clock.instant()))) {
            return new Reapplied(all.size(), left);
        }
        for (PersonId person : all) {
            left += refused(connection, () -> rows.erase(Set.of(person), clock.instant())) ? 1 : 0;
        }
        return new Reapplied(all.size(), left);
    }

    /** Up to a savepoint only, since a failed statement would end the whole transaction. */
    private static boolean refused(Connection connection, Runnable erasing) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            erasing.run();
            connection.releaseSavepoint(before);
            return false;
        } catch (DataIntegrityViolationException e) {
            if (!lastOperator(e)) {
                throw e;
            }
            connection.rollback(before);
            return true;
        }
    }

    /** How many of the erased are back and wait for another operator. */
    public static int left(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        return new PersonalRows(jdbc, new Columns(jdbc))
                .unerased(Erasures.noted(jdbc).keySet());
    }

    /** {@code identity.keep_an_operator} names its refusal as a constraint. */
    private static boolean lastOperator(Throwable thrown) {
        return thrown instanceof DataIntegrityViolationException e
                && e.getMostSpecificCause() instanceof PSQLException refused
                && refused.getServerErrorMessage() != null
                && "person_last_operator".equals(refused.getServerErrorMessage().getConstraint());
    }
}
