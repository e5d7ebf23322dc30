package org.glasnik.personal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.glasnik.access.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The list outside of the database: a line each, id and time. Nothing in it says who that was. */
@Component
final class ErasureList {
    private final Path file;

    @Autowired
    ErasureList(@Value("${glasnik.data:data}") String data) {
        this(Path.of(data));
    }

    ErasureList(Path data) {
        this.file = data.resolve("erasures");
    }

    synchronized void add(Map<PersonId, Instant> people) {
        if (people.isEmpty()) {
            return;
        }
        // A line break first: a line that a crash has cut off is then ended, and passed over when read.
        String lines = people.entrySet().stream()
                .map(e -> "\n" + e.getKey() + " " + e.getValue())
                .collect(Collectors.joining("", "", "\n"));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel out = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized Map<PersonId, Instant> all() {
        Map<PersonId, Instant> all = new HashMap<>();
        if (!Files.exists(file)) {
            return all;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.strip().split(" ");
                if (words.length == 2) {
                    read(words, all);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static void read(String[] words, Map<PersonId, Instant> all) {
        try {
            all.merge(PersonId.of(words[0]), Instant.parse(words[1]), (a, b) -> a.isBefore(b) ? a : b);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            // Cut off by a crash: the database's list has it, and puts it here again.
            return;
        }
    }
}
