package org.glasnik.deed;

import java.util.ArrayList;
import java.util.List;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;

/**
 * What a check of the account of deeds has found.
 *
 * @param deeds chained and read
 * @param waiting recorded but not chained yet
 * @param erased deeds whose personal values are gone, as erasure leaves them
 * @param head hex of the last batch's hash, to be noted outside; empty where nothing is chained
 * @param faults in the order of the chain, none where all is well
 */
public record ChainReport(long batches, long deeds, long waiting, long erased, String head, List<Fault> faults) {
    public boolean sound() {
        return faults.isEmpty();
    }

    /** In words, a line each: the verdict, the faults, the head. */
    public List<String> lines(Texts texts, Language language) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.text(
                language,
                sound() ? "deed.check.sound" : "deed.check.faulty",
                "batches",
                batches,
                "deeds",
                deeds,
                "faults",
                faults.size()));
        lines.add(texts.text(language, "deed.check.waiting", "waiting", waiting, "erased", erased));
        faults.forEach(fault -> lines.add(line(fault, texts, language)));
        if (!head.isEmpty()) {
            lines.add(texts.text(language, "deed.check.head", "head", head));
        }
        return lines;
    }

    static String line(Fault fault, Texts texts, Language language) {
        String what = texts.text(language, fault.kind().key());
        String where = fault.batch() == null
                ? fault.deed() == null
                        ? ""
                        : texts.text(
                                language,
                                "deed.fault.deed",
                                "deed",
                                fault.deed().toString())
                : fault.deed() == null
                        ? texts.text(language, "deed.fault.batch", "batch", fault.batch())
                        : texts.text(
                                language,
                                "deed.fault.both",
                                "batch",
                                fault.batch(),
                                "deed",
                                fault.deed().toString());
        return where.isEmpty() ? what : where + ": " + what;
    }
}
