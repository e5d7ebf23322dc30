package org.glasnik.operate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The words after {@code ./glasnik}, understood. */
record Arguments(Command command, List<String> words, Map<String, String> options) {
    static Arguments parse(List<String> given) {
        if (given.isEmpty() || given.contains("--help") || given.contains("-h")) {
            List<String> about = given.stream()
                    .filter(word -> !word.startsWith("-"))
                    .limit(1)
                    .toList();
            return new Arguments(Command.HELP, about, Map.of());
        }
        String first = given.getFirst().equals("--version") ? "version" : given.getFirst();
        Command command = Command.of(first)
                .orElseThrow(() -> Refusal.misunderstood("There is no command \"%s\". There are: %s."
                        .formatted(first, String.join(", ", Command.words()))));
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < given.size(); i++) {
            String word = given.get(i);
            if (!word.startsWith("--")) {
                words.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = word.substring(2, equals < 0 ? word.length() : equals);
            if (command.switches.contains(name) && equals < 0) {
                options.put(name, "");
            } else if (!command.options.contains(name)) {
                throw unknown(command, word);
            } else if (equals >= 0) {
                options.put(name, word.substring(equals + 1));
            } else if (i + 1 < given.size()) {
                options.put(name, given.get(++i));
            } else {
                throw misused(command, "%s wants a value after it.".formatted(word));
            }
        }
        if (words.size() < command.fewest || words.size() > command.most) {
            throw misused(
                    command,
                    words.size() < command.fewest
                            ? "%s wants more after it.".formatted(command.word())
                            : "\"%s\" is one word too many.".formatted(words.get(command.most)));
        }
        return new Arguments(command, List.copyOf(words), Map.copyOf(options));
    }

    private static Refusal unknown(Command command, String word) {
        TreeSet<String> there = new TreeSet<>(command.options);
        there.addAll(command.switches);
        String known = there.isEmpty() ? "It has none." : "It has --" + String.join(", --", there) + ".";
        return misused(command, "%s has no option %s. %s".formatted(command.word(), word, known));
    }

    private static Refusal misused(Command command, String what) {
        return Refusal.misunderstood("%s ./glasnik help %s says more.".formatted(what, command.word()));
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    boolean has(String name) {
        return options.containsKey(name);
    }

    /** A port, 0 for any that is free. */
    static int port(String text, String where) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw Refusal.misunderstood("%s is \"%s\", and a port is a number from 0 to 65535.".formatted(where, text));
    }
}
