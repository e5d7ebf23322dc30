package org.glasnik.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.glasnik.testing.GlasnikTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GlasnikTest
class ColumnsTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    Columns columns;

    @Autowired
    PersonalRows rows;

    @Autowired
    TablesInWords words;

    @Autowired
    TransactionTemplate transaction;

    /** A column without a class fails here: say in its migration what it holds (decision 0005). */
    @Test
    void everyColumnSaysWhatItHolds() {
        assertThat(ColumnRules.faults(columns.all(), columns.references())).isEmpty();
    }

    /** What a person reads about a table: a text for each, and for each thing that is kept its reason. */
    @Test
    void everyTableOfPeopleHasItsWords() {
        assertThat(words.lacking(rows.tables())).isEmpty();
    }

    @Test
    void anUndeclaredColumnWouldBeFound() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("create table identity.diary (id uuid primary key, person_id uuid, words text)")
                    .update();
            jdbc.sql("alter table registry.body add column nickname text").update();
            assertThat(ColumnRules.faults(columns.all(), columns.references()))
                    .contains(
                            "identity.diary.id has no class: say platform.classify('identity.diary', …) where it is added",
                            "identity.diary.words has no class: say platform.classify('identity.diary', …) where it is added",
                            "registry.body.nickname has no class: say platform.classify('registry.body', …) where it is added");
            status.setRollbackOnly();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "technical                 | personal erase=blank       | no column says whose",
                "person erase=columns      | personal                   | says nothing of its erasure, and the row stays",
                "person erase=columns      | personal erase=keep        | is kept without a reason",
                "person erase=columns      | personal erase=shred       | asks for an erasure that does not exist",
                "person erase=columns      | technical erase=blank      | is technical and cannot be erased by blank",
                "person                    | personal                   | is person and cannot be erased by nothing",
                "person erase=row          | person erase=row           | is a second person: whose are the rows?",
                "person erase=row          | private                    | has no class",
            })
    void aClassThatSaysTooLittleIsFound(String ofPerson, String ofWords, String fault) {
        assertThat(faults(ofPerson, ofWords)).anySatisfy(f -> assertThat(f).contains(fault));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "person erase=row                     | personal",
                "person erase=columns                 | personal erase=blank",
                "person erase=keep it is a roll       | personal erase=keep it must be known",
                "person erase=keep it is a roll       | personal erase=null",
                "person erase=columns                 | secret erase=random",
                "technical                            | open",
                "technical                            | actor"
            })
    void aClassThatSaysEnoughIsTaken(String ofPerson, String ofWords) {
        assertThat(faults(ofPerson, ofWords)).isEmpty();
    }

    private List<String> faults(String ofPerson, String ofWords) {
        return transaction.execute(status -> {
            jdbc.sql("create table identity.diary (person_id uuid, words text)").update();
            jdbc.sql("select platform.classify('identity.diary', ?)")
                    .param("person_id " + ofPerson + "\nwords " + ofWords)
                    .query()
                    .listOfRows();
            List<String> found = ColumnRules.faults(columns.all(), columns.references()).stream()
                    .filter(f -> f.startsWith("identity.diary"))
                    .toList();
            status.setRollbackOnly();
            return found;
        });
    }

    /** Rows that erasure deletes must not be held by others that stay. */
    @Test
    void aRowThatCannotBeDeletedIsFound() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("create table identity.diary (id uuid primary key, person_id uuid)")
                    .update();
            jdbc.sql("create table identity.page (id uuid primary key, diary_id uuid references identity.diary)")
                    .update();
            jdbc.sql("select platform.classify('identity.diary', ?)")
                    .param("id technical\nperson_id person erase=row")
                    .query()
                    .listOfRows();
            jdbc.sql("select platform.classify('identity.page', ?)")
                    .param("id technical\ndiary_id technical")
                    .query()
                    .listOfRows();
            assertThat(ColumnRules.faults(columns.all(), columns.references()))
                    .contains("identity.diary.person_id deletes rows that identity.page refers to");
            status.setRollbackOnly();
        });
    }
}
