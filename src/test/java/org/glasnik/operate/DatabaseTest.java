package org.glasnik.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.glasnik.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseTest {
    private static String said(DataSource source) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into identity.person (name, mail, mail_key) select name, mail, mail_key from identity.person");
            throw new AssertionError("an address was given twice");
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    /** The control is the driver as it comes: it repeats the address. */
    @Test
    void errorsOfCommandsRepeatNoValues() {
        try (HikariDataSource lived = TestDatabase.fresh()) {
            PGSimpleDataSource plain = new PGSimpleDataSource();
            plain.setUrl(lived.getJdbcUrl());
            plain.setUser(lived.getUsername());
            plain.setPassword(lived.getPassword());
            assertThat(said(plain))
                    .contains("person_mail")
                    .contains("Key (mail_key)=(")
                    .contains("@");
            Database ours =
                    Database.external(new DatabaseUrl(lived.getJdbcUrl(), lived.getUsername(), lived.getPassword()));
            assertThat(said(ours.source()))
                    .contains("person_mail")
                    .doesNotContain("@")
                    .doesNotContain("Key (");
        }
    }
}
