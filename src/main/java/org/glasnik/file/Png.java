package org.glasnik.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** PNG, Third Edition: a signature, then chunks of length, type, data and checksum. */
final class Png {
    private static final int SIGNATURE = 8;

    /** What the picture needs to look right; texts, times and EXIF are not among it. */
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYs",
            "acTL", "fcTL", "fdAT");

    private final byte[] png;

    Png(byte[] png) {
        this.png = png;
    }

    void strip(OutputStream out) throws IOException, FileRefused {
        ByteBuffer in = ByteBuffer.wrap(png);
        out.write(png, 0, SIGNATURE);
        int at = SIGNATURE;
        String type = "";
        boolean drawn = false;
        while (!type.equals("IEND")) {
            if (at + 12 > png.length) {
                throw new FileRefused("broken");
            }
            long length = in.getInt(at) & 0xffffffffL;
            if (length > png.length - at - 12) {
                throw new FileRefused("broken");
            }
            type = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (at == SIGNATURE) {
                header(type, length, in);
            }
            int whole = (int) length + 12;
            if (checksum(at + 4, (int) length + 4) != in.getInt(at + 8 + (int) length)) {
                throw new FileRefused("broken");
            }
            drawn |= type.equals("IDAT");
            if (KEPT.contains(type)) {
                out.write(png, at, whole);
            }
            at += whole;
        }
        if (!drawn) {
            throw new FileRefused("broken");
        }
    }

    private static void header(String type, long length, ByteBuffer in) throws FileRefused {
        if (!type.equals("IHDR") || length != 13) {
            throw new FileRefused("broken");
        }
        Images.requirePixels(in.getInt(SIGNATURE + 8) & 0xffffffffL, in.getInt(SIGNATURE + 12) & 0xffffffffL);
    }

    private int checksum(int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(png, from, length);
        return (int) crc.getValue();
    }
}
