package org.glasnik.spreadsheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * In which encoding a text file is: by its mark, by the validity of UTF-8 over the whole of it, else by its letters.
 *
 * @param mark bytes of the byte order mark, which are no text
 */
record CharsetGuess(Charset charset, int mark) {
    /** The row of the first byte that is no UTF-8, in a file that otherwise is. */
    private record Survey(
            long[] counts, long[] afterHigh, long[] zeros, long bytes, long wide, long broken, int brokenRow) {}

    static CharsetGuess of(Path file) throws IOException, TableRefused {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(3);
        }
        if (head.length == 3 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf) {
            Survey marked = survey(file);
            if (marked.broken > 0) {
                throw TableRefused.row("charset", marked.brokenRow);
            }
            return new CharsetGuess(StandardCharsets.UTF_8, 3);
        }
        if (head.length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
            return new CharsetGuess(StandardCharsets.UTF_16LE, 2);
        }
        if (head.length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
            return new CharsetGuess(StandardCharsets.UTF_16BE, 2);
        }
        return byContent(survey(file));
    }

    private static CharsetGuess byContent(Survey survey) throws TableRefused {
        long zeros = survey.zeros[0] + survey.zeros[1];
        // Delimiters, digits and line ends of UTF-16 have a zero byte, always on the same side.
        if (zeros > survey.bytes / 20 && zeros > 1 && zeros >= survey.counts['\r'] + survey.counts['\n']) {
            if (survey.zeros[0] == 0) {
                return new CharsetGuess(StandardCharsets.UTF_16LE, 0);
            }
            if (survey.zeros[1] == 0) {
                return new CharsetGuess(StandardCharsets.UTF_16BE, 0);
            }
        }
        if (survey.broken == 0) {
            return new CharsetGuess(StandardCharsets.UTF_8, 0);
        }
        // Mostly UTF-8 is a damaged UTF-8: another encoding would turn all the rest of it into nonsense.
        if (survey.wide > 10 * survey.broken) {
            throw TableRefused.row("charset", survey.brokenRow);
        }
        Charset legacy = LegacyLetters.charset(survey.counts, survey.afterHigh);
        if (legacy == null) {
            throw TableRefused.row("charset", survey.brokenRow);
        }
        return new CharsetGuess(legacy, 0);
    }

    private static Survey survey(Path file) throws IOException {
        long[] counts = new long[256];
        long[] afterHigh = new long[256];
        long[] zeros = new long[2];
        long bytes = 0;
        long wide = 0;
        long broken = 0;
        int row = 1;
        int brokenRow = 0;
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.allocate(1 << 16);
        CharBuffer out = CharBuffer.allocate(1 << 16);
        try (InputStream stream = Files.newInputStream(file)) {
            boolean end = false;
            int before = 0;
            while (!end) {
                int from = in.position();
                int n = stream.readNBytes(in.array(), from, in.capacity() - from);
                end = n < in.capacity() - from;
                for (int i = from; i < from + n; i++) {
                    int b = in.array()[i] & 0xff;
                    counts[b]++;
                    if (before >= 0x80) {
                        afterHigh[b]++;
                    }
                    if (b == 0) {
                        zeros[(int) (bytes & 1)]++;
                    }
                    before = b;
                    bytes++;
                }
                in.position(0).limit(from + n);
                CoderResult result;
                do {
                    out.clear();
                    result = utf8.decode(in, out, end);
                    for (int i = 0; i < out.position(); i++) {
                        char c = out.get(i);
                        wide += c >= 0x80 ? 1 : 0;
                        row += c == '\n' ? 1 : 0;
                    }
                    if (result.isError()) {
                        brokenRow = broken++ == 0 ? row : brokenRow;
                        in.position(in.position() + result.length());
                    }
                } while (!result.isUnderflow());
                in.compact();
            }
        }
        return new Survey(counts, afterHigh, zeros, bytes, wide, broken, brokenRow);
    }

    /** Strict: what the encoding has no letter for is an error, never a question mark. */
    Reader reader(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            in.skipNBytes(mark);
        } catch (IOException e) {
            in.close();
            throw e;
        }
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** As much of the beginning as there is. */
    String head(Path file, int chars) throws IOException, TableRefused {
        try (Reader reader = reader(file)) {
            char[] head = new char[chars];
            int n = 0;
            int more;
            while (n < chars && (more = reader.read(head, n, chars - n)) > 0) {
                n += more;
            }
            return new String(head, 0, n);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw TableRefused.row("charset", 1);
        }
    }
}
