package org.glasnik.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.glasnik.language.Fold;
import org.glasnik.platform.Language;
import org.glasnik.search.SearchDocument.Text;

/**
 * Searches as the page does them, but for the query of the source: words, forms and slips to a query, and the best seven out of
 * the index; more leniently where nothing is found. One at a time.
 */
final class SearchBench {
    private static final List<String> SORTS = List.of(
            "гімназія", "школа", "ліцей", "лікарня", "поліклініка", "амбулаторія", "бібліотека", "водоканал", "громада", "рада",
            "поліція", "музей");
    private static final List<String> FORMS = List.of(
            "гімназії", "школи", "ліцею", "лікарні", "поліклініки", "амбулаторії", "бібліотеки", "водоканалу", "громади", "ради",
            "поліції", "музею");
    private static final Random RANDOM = new Random(77);
    private static final int SHOWN = 7;

    private SearchBench() {}

    public static void main(String[] arguments) throws IOException {
        List<String> ukrainian = names(Path.of(arguments[0], "ua_hromadas_katottg.tsv"));
        List<String> serbian = names(Path.of(arguments[0], "rs_municipalities.tsv"));
        boolean real = !ukrainian.isEmpty() && !serbian.isEmpty();
        if (!real) {
            ukrainian = invented(1772, "ська");
            serbian = invented(175, "ац");
        }
        System.out.println("names of " + (real ? "" : "invented ") + (ukrainian.size() + serbian.size()) + " bodies, combined");
        int largest = Integer.parseInt(arguments[2]);
        int each = Integer.parseInt(arguments[3]);
        double[] before = null;
        double p99 = 0;
        for (int documents : new int[] {largest / 16, largest / 4, largest}) {
            try (KindIndex index = new KindIndex(Path.of(arguments[1], "" + documents))) {
                long began = System.nanoTime();
                fill(index, documents, ukrainian, serbian);
                double seconds = (System.nanoTime() - began) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "%,9d documents   indexed in %.0f s (%.0f/s), %.0f MB%n",
                        documents,
                        seconds,
                        documents / seconds,
                        bytes(Path.of(arguments[1], "" + documents)) / 1e6);
                double[] processor = measure(index, typed(each, ukrainian, serbian), true);
                processor = measure(index, typed(each, ukrainian, serbian), true);
                double[] millis = measure(index, typed(each, ukrainian, serbian), false);
                for (int sort = 0; sort < WORDS.length; sort++) {
                    System.out.printf(
                            Locale.ROOT,
                            "            %-22s p50 %6.2f ms   p99 %6.2f ms   of the processor %6.2f and %6.2f ms%n",
                            WORDS[sort],
                            at(part(millis, sort), 0.5),
                            at(part(millis, sort), 0.99),
                            at(part(processor, sort), 0.5),
                            at(part(processor, sort), 0.99));
                }
                p99 = at(millis, 0.99);
                System.out.printf(
                        Locale.ROOT,
                        "            %-22s p50 %6.2f ms   p99 %6.2f ms   of the processor %6.2f and %6.2f ms%s%n",
                        "all",
                        at(millis, 0.5),
                        p99,
                        at(processor, 0.5),
                        at(processor, 0.99),
                        before == null
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        "   exponent of p99 %.2f",
                                        Math.log(at(processor, 0.99) / at(before, 0.99)) / Math.log(4)));
                before = processor;
            }
        }
        System.out.printf(Locale.ROOT, "result search value=%.1f unit=ms goal=50 documents=%d%n", p99, largest);
    }

    private static List<String> names(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream().skip(1).map(line -> line.split("\t")[1]).toList()
                : List.of();
    }

    private static List<String> invented(int count, String ending) {
        List<String> syllables = List.of("ва", "ли", "до", "ми", "ру", "сно", "гра", "бі", "ко", "жу", "пе", "та", "зо", "ні");
        return Stream.generate(() -> {
                    StringBuilder name = new StringBuilder();
                    for (int i = 0; i < 2 + RANDOM.nextInt(3); i++) {
                        name.append(one(syllables));
                    }
                    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + ending;
                })
                .distinct()
                .limit(count)
                .toList();
    }

    private static void fill(KindIndex index, int documents, List<String> ukrainian, List<String> serbian) throws IOException {
        for (int n = 0; n < documents; n++) {
            int sort = RANDOM.nextInt(SORTS.size());
            boolean ofSerbia = RANDOM.nextInt(10) == 0;
            String place = ofSerbia ? one(serbian) : one(ukrainian);
            String number = RANDOM.nextInt(3) == 0 ? "" : " № " + (1 + RANDOM.nextInt(400));
            String name = place + " " + SORTS.get(sort) + number;
            List<Text> names = ofSerbia
                    ? List.of(new Text(name, Language.SR))
                    : List.of(
                            new Text(name, Language.UK),
                            new Text(name.replace('і', 'и'), Language.RU),
                            new Text(Fold.of(name), Language.EN));
            index.put(List.of(new SearchDocument(
                    new UUID(n, RANDOM.nextLong()),
                    names,
                    List.of(new Text(SORTS.get(sort), Language.UK), new Text(one(ukrainian), Language.UK)),
                    List.of(String.format("UA%017d", n * 7919L), "k" + n + ".example"),
                    Set.of(SeenBy.ANYONE),
                    1 + RANDOM.nextInt(100_000))));
        }
        index.settle();
        index.commit(java.util.Map.of());
        index.show();
    }

    private static final String[] WORDS = {
        "beginning of a word", "word in another form", "two words", "slip of the keyboard", "in Latin letters", "code"
    };

    private static List<String> typed(int each, List<String> ukrainian, List<String> serbian) {
        List<String> typed = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            String place = RANDOM.nextInt(10) == 0 ? one(serbian) : one(ukrainian);
            int sort = RANDOM.nextInt(SORTS.size());
            typed.add(place.substring(0, 1 + RANDOM.nextInt(place.length())));
            typed.add(place.replaceAll("ська$", "ської").replaceAll("цька$", "цької") + " " + FORMS.get(sort));
            typed.add(SORTS.get(sort) + " " + RANDOM.nextInt(400) + " " + place);
            int at = place.length() / 2;
            typed.add(place.substring(0, at - 1) + place.charAt(at) + place.charAt(at - 1) + place.substring(at + 1));
            typed.add(Fold.of(place));
            typed.add(String.format("UA%017d", RANDOM.nextInt(100_000) * 7919L).substring(0, 12 + RANDOM.nextInt(8)));
        }
        return typed;
    }

    /** Milliseconds of the clock, and of the processor where that is asked: others may use it meanwhile. */
    private static double[] measure(KindIndex index, List<String> typed, boolean processor) throws IOException {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        double[] millis = new double[typed.size()];
        for (int i = 0; i < typed.size(); i++) {
            long began = processor ? thread.getCurrentThreadCpuTime() : System.nanoTime();
            Asked asked = Asked.of(typed.get(i), Language.UK, new Stems());
            for (Leniency leniency : Leniency.values()) {
                if (!index.best(AskedQuery.of(asked, leniency, List.of(SeenBy.ANYONE.token())), SHOWN)
                        .isEmpty()) {
                    break;
                }
            }
            millis[i] = ((processor ? thread.getCurrentThreadCpuTime() : System.nanoTime()) - began) / 1e6;
        }
        return millis;
    }

    private static double[] part(double[] millis, int sort) {
        double[] part = new double[millis.length / WORDS.length];
        for (int i = 0; i < part.length; i++) {
            part[i] = millis[i * WORDS.length + sort];
        }
        return part;
    }

    private static double at(double[] millis, double share) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static <T> T one(List<T> of) {
        return of.get(RANDOM.nextInt(of.size()));
    }
}
