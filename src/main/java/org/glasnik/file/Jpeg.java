package org.glasnik.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JPEG (ITU-T T.81): segments that begin with FF and a marker; after SOS the picture until the next marker. */
final class Jpeg {
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COM = 0xfe;

    private final byte[] jpeg;
    private int at = 2;

    Jpeg(byte[] jpeg) {
        this.jpeg = jpeg;
    }

    void strip(OutputStream out) throws IOException, FileRefused {
        out.write(new byte[] {(byte) 0xff, (byte) SOI});
        orientation(out);
        boolean sized = false;
        boolean drawn = false;
        while (true) {
            int marker = marker();
            if (marker == EOI) {
                break;
            }
            if (marker < 0xc0 || marker == SOI || marker >= 0xd0 && marker <= 0xd7) {
                throw new FileRefused("broken");
            }
            int length = word(at);
            if (length < 2 || at + length > jpeg.length) {
                throw new FileRefused("broken");
            }
            if (frame(marker)) {
                Images.requirePixels(word(at + 5), word(at + 3));
                sized = true;
            }
            if (kept(marker, length)) {
                out.write(0xff);
                out.write(marker);
                out.write(jpeg, at, length);
            }
            at += length;
            if (marker == SOS) {
                int from = at;
                skipPicture();
                out.write(jpeg, from, at - from);
                drawn = true;
            }
        }
        if (!sized || !drawn) {
            throw new FileRefused("broken");
        }
        // Whatever follows the end is not the picture.
        out.write(new byte[] {(byte) 0xff, (byte) EOI});
    }

    private int marker() throws FileRefused {
        if (unsigned(at) != 0xff) {
            throw new FileRefused("broken");
        }
        while (unsigned(at) == 0xff) {
            at++;
        }
        return unsigned(at++);
    }

    /** Up to the next marker: FF00 is a byte of the picture, FFD0 to FFD7 are marks within it. */
    private void skipPicture() {
        while (unsigned(at) != 0xff || unsigned(at + 1) == 0 || unsigned(at + 1) >= 0xd0 && unsigned(at + 1) <= 0xd7) {
            at++;
        }
    }

    private boolean kept(int marker, int length) {
        if (marker == APP2) {
            return begins("ICC_PROFILE\0", length);
        }
        if (marker == APP0) {
            return begins("JFIF\0", length);
        }
        if (marker == APP14) {
            return begins("Adobe", length);
        }
        return marker != COM && (marker < APP0 || marker > APP15);
    }

    private boolean begins(String word, int length) {
        byte[] bytes = word.getBytes(StandardCharsets.ISO_8859_1);
        return length >= bytes.length + 2 && Arrays.equals(jpeg, at + 2, at + 2 + bytes.length, bytes, 0, bytes.length);
    }

    /** Baseline, progressive and the like: all SOF markers but those that are tables. */
    private static boolean frame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** Which way is up stands in EXIF alone: without it every photo from a telephone would lie on its side. */
    private void orientation(OutputStream out) throws IOException {
        int turned = Exif.orientation(jpeg);
        if (turned > 1 && turned <= 8) {
            byte[] exif = Exif.only(turned);
            out.write(0xff);
            out.write(APP1);
            out.write((exif.length + 2) >> 8);
            out.write(exif.length + 2);
            out.write(exif);
        }
    }

    private int word(int from) {
        return unsigned(from) << 8 | unsigned(from + 1);
    }

    private int unsigned(int from) {
        return jpeg[from] & 0xff;
    }
}
