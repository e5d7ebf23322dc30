package org.glasnik.personal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glasnik.access.PersonId;
import org.glasnik.platform.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything about one person in one file, from one snapshot. */
@Component
class ExportingPersonalData {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PersonalRows rows;
    private final TablesInWords words;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    ExportingPersonalData(
            PersonalRows rows, TablesInWords words, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.words = words;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** JSON in UTF-8. */
    byte[] of(PersonId person, Language language) {
        return Objects.requireNonNull(snapshot.execute(status -> {
            ObjectNode file = JSON.createObjectNode();
            file.put("person", person.toString());
            file.put("at", clock.instant().toString());
            PersonTables tables = rows.tables();
            ArrayNode own = file.putArray("aboutYou");
            for (PersonTable table : tables.own()) {
                add(own, table.name(), words.title(table.name(), language), rows.own(table, tables, person));
            }
            ArrayNode acted = file.putArray("doneByYou");
            for (Map.Entry<String, List<Column>> table : tables.acted().entrySet()) {
                add(acted, table.getKey(), words.title(table.getKey(), language), rows.acted(table.getValue(), person));
            }
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
        }));
    }

    private static void add(ArrayNode to, String name, String title, List<String> found) {
        if (!found.isEmpty()) {
            ObjectNode table = to.addObject();
            table.put("what", title);
            table.put("table", name);
            ArrayNode all = table.putArray("rows");
            found.forEach(row -> all.add(JSON.readTree(row)));
        }
    }
}
