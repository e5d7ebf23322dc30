package org.glasnik.spreadsheet;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a workbook keeps apart from its cells. They lie in a temporary file: a million of them take 8 MB of the
 * heap.
 */
final class SharedTexts implements Closeable {
    private static final int MOST = 5_000_000;

    private final Arena arena = Arena.ofShared();
    private final @Nullable Path file;
    private final MemorySegment texts;
    private final long[] ends;
    private final int count;

    private SharedTexts(@Nullable Path file, long[] ends, int count) throws IOException {
        this.file = file;
        this.ends = ends;
        this.count = count;
        if (file == null || count == 0) {
            texts = MemorySegment.NULL;
        } else {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                texts = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            }
        }
    }

    static SharedTexts of(Archive archive, @Nullable String part, int longest) throws IOException, TableRefused {
        if (part == null || !archive.has(part)) {
            return new SharedTexts(null, new long[0], 0);
        }
        Path file = Files.createTempFile("texts", ".bin");
        try {
            return read(archive, part, longest, file);
        } catch (IOException | TableRefused | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static SharedTexts read(Archive archive, String part, int longest, Path file)
            throws IOException, TableRefused {
        long[] ends = new long[1024];
        int count = 0;
        long end = 0;
        try (XmlPart xml = archive.xml(part);
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            CellText text = new CellText(longest);
            while (xml.next()) {
                if (xml.starts("si")) {
                    text.clear();
                } else if (xml.ends("si")) {
                    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_16LE);
                    out.write(bytes);
                    end += bytes.length;
                    if (count == MOST) {
                        throw TableRefused.file("texts", "most", MOST);
                    }
                    if (count == ends.length) {
                        ends = Arrays.copyOf(ends, Math.min(MOST, count * 2));
                    }
                    ends[count++] = end;
                } else {
                    text.take(xml, () -> TableRefused.file("longtext", "most", longest));
                }
            }
        }
        return new SharedTexts(file, ends, count);
    }

    /** Null where there is no such text. */
    @Nullable
    String get(int index) {
        if (index < 0 || index >= count) {
            return null;
        }
        long start = index == 0 ? 0 : ends[index - 1];
        return new String(
                texts.asSlice(start, ends[index] - start).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_16LE);
    }

    @Override
    public void close() throws IOException {
        if (arena.scope().isAlive()) {
            arena.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
