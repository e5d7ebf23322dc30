package org.glasnik.operate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.glasnik.importing.ImportingFiles;
import org.glasnik.importing.ImportingFiles.Misunderstood;
import org.glasnik.importing.ImportingFiles.Outcome;

/** {@code ./glasnik import}: what the screen does, for scripts. */
record ImportingTables(Installation installation, Arguments arguments, PrintStream out) {
    int run() {
        String what = arguments.words().getFirst();
        boolean alone = arguments.words().size() == 1;
        if (alone != what.equals("list")) {
            throw Refusal.misunderstood("It is ./glasnik import KIND FILE, import undo ID, or import list.");
        }
        Map<String, String> headings = pairs("map");
        Map<String, String> values = pairs("set");
        try (Database database = installation.reach();
                Beans beans = new Beans(database.source(), installation.data())) {
            ImportingFiles files = beans.get(ImportingFiles.class);
            return switch (what) {
                case "list" -> list(files);
                case "undo" -> undo(files);
                default -> take(files, what, headings, values);
            };
        } catch (Misunderstood e) {
            throw Refusal.misunderstood(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Refusal(
                    "%s cannot be read: %s".formatted(arguments.words().getLast(), e.getMessage()));
        }
    }

    private int list(ImportingFiles files) {
        files.all()
                .forEach(one -> out.printf(
                        "%s  %-8s  %-7s  %6d rows  %s%n", one.id(), one.state(), one.kind(), one.rows(), one.file()));
        return CommandLine.DONE;
    }

    private int undo(ImportingFiles files) throws Misunderstood {
        UUID id;
        try {
            id = UUID.fromString(arguments.words().get(1));
        } catch (IllegalArgumentException e) {
            throw Refusal.misunderstood("\"%s\" is no import. ./glasnik import list names them."
                    .formatted(arguments.words().get(1)));
        }
        Outcome undone = files.undo(id);
        undone.said().forEach(out::println);
        out.printf("%s: %s, %d rows stay as they are%n", undone.file(), undone.state(), undone.kept());
        return undone.state().equals("undone") && undone.kept() == 0 ? CommandLine.DONE : CommandLine.FAILED;
    }

    private int take(ImportingFiles files, String kind, Map<String, String> headings, Map<String, String> values)
            throws IOException, Misunderstood {
        Path file = Path.of(arguments.words().get(1));
        if (!Files.isRegularFile(file)) {
            throw new Refusal("There is no file %s.".formatted(file));
        }
        Outcome judged = files.judge(kind, file, headings, values);
        judged.said().forEach(out::println);
        out.printf(
                "%s: %d rows: %d new, %d changed, %d the same, %d refused%n",
                judged.file(), judged.rows(), judged.fresh(), judged.changed(), judged.same(), judged.refused());
        boolean good = judged.refused() == 0 || arguments.has("skip-bad");
        if (arguments.has("dry-run") || !good) {
            out.println(good ? "Nothing was changed." : "Nothing was changed. --skip-bad leaves the refused rows out.");
            return good ? CommandLine.DONE : CommandLine.FAILED;
        }
        if (judged.fresh() + judged.changed() == 0) {
            return CommandLine.DONE;
        }
        Outcome applied = files.apply(judged.id(), arguments.has("skip-bad"));
        if (!applied.state().equals("applied")) {
            applied.said().forEach(out::println);
            return CommandLine.FAILED;
        }
        out.printf("Imported. To undo it: ./glasnik import undo %s%n", applied.id());
        return CommandLine.DONE;
    }

    /** {@code a=b,c=d}; a comma within a value is no matter that anybody has met. */
    private Map<String, String> pairs(String option) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : arguments.option(option).orElse("").split(",")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            } else if (!pair.isBlank()) {
                throw Refusal.misunderstood("--%s wants COLUMN=…, and \"%s\" is not that.".formatted(option, pair));
            }
        }
        return pairs;
    }
}
