package org.glasnik.operate;

import java.io.PrintStream;
import org.glasnik.deed.ChainReport;
import org.glasnik.deed.DeedChain;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;

/** {@code ./glasnik deeds check}. */
record CheckingDeeds(Installation installation, Arguments arguments, PrintStream out) {
    int run() {
        if (!arguments.words().getFirst().equals("check")) {
            throw Refusal.misunderstood("It is ./glasnik deeds check. ./glasnik help deeds says more.");
        }
        try (Database database = installation.reach();
                Beans beans = new Beans(database.source(), installation.data())) {
            ChainReport report =
                    beans.get(DeedChain.class).check(arguments.option("head").orElse(null));
            report.lines(new Texts(), Language.EN).forEach(out::println);
            return report.sound() ? CommandLine.DONE : CommandLine.FAILED;
        }
    }
}
