package org.glasnik.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The one thing that we read from EXIF: which way is up (tag 0112 of the first directory). */
final class Exif {
    private static final byte[] MARK = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ORIENTATION = 0x0112;

    private Exif() {}

    /** 1 to 8; 1 where nothing says otherwise. */
    static int orientation(byte[] jpeg) {
        int at = 2;
        try {
            while (at + 4 <= jpeg.length && (jpeg[at] & 0xff) == 0xff && (jpeg[at + 1] & 0xff) != 0xda) {
                int length = (jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff;
                int data = at + 4;
                if ((jpeg[at + 1] & 0xff) == 0xe1 && Arrays.equals(jpeg, data, data + 6, MARK, 0, 6)) {
                    return directory(ByteBuffer.wrap(jpeg, data + 6, length - 8).slice());
                }
                at += length + 2;
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            // Broken EXIF is no reason to refuse a photo: it is dropped.
            return 1;
        }
        return 1;
    }

    private static int directory(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int at = tiff.getInt(4);
        int entries = tiff.getShort(at) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = at + 2 + i * 12;
            if ((tiff.getShort(entry) & 0xffff) == ORIENTATION) {
                return tiff.getShort(entry + 8);
            }
        }
        return 1;
    }

    /** EXIF with nothing in it but the orientation. */
    static byte[] only(int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(MARK.length + 26).order(ByteOrder.BIG_ENDIAN);
        exif.put(MARK);
        exif.putShort((short) 0x4d4d).putShort((short) 42).putInt(8);
        exif.putShort((short) 1);
        exif.putShort((short) ORIENTATION)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0);
        return exif.array();
    }
}
