import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a log of PostgreSQL with all statements into a script for pgbench: each statement with the values it was given. */
class Asked {
    private static final Pattern ENTRY = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d \\S+ UTC \\[\\d+] ?\\S* (LOG|DETAIL): +(.*)$");
    private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = ('(?:[^']++|'')*+'|NULL)");

    static void main(String[] arguments) throws Exception {
        List<String> entries = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches()) {
                entries.add(entry.group(1) + " " + entry.group(2));
            } else if (!entries.isEmpty()) {
                entries.add(entries.removeLast() + " " + line.strip());
            }
        }
        for (int i = 0; i < entries.size(); i++) {
            Matcher asked = Pattern.compile("LOG execute \\S+: (select .*)").matcher(entries.get(i));
            if (!asked.matches() || asked.group(1).contains("platform.change")) {
                continue;
            }
            String sql = asked.group(1);
            String given = i + 1 < entries.size() ? entries.get(i + 1) : "";
            if (given.startsWith("DETAIL")) {
                List<String> values = new ArrayList<>();
                Matcher value = VALUE.matcher(given);
                while (value.find()) {
                    values.add(value.group(2));
                }
                for (int n = values.size(); n > 0; n--) {
                    sql = sql.replace("$" + n, values.get(n - 1));
                }
            }
            System.out.println(sql + ";");
        }
    }
}
