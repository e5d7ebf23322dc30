package org.glasnik.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files of all kinds, nasty ones among them, made on the fly. */
final class Pictures {
    static final String GPS = "49.8397N,24.0297E";

    private Pictures() {}

    static byte[] plain(String format) throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 40; x++) {
            for (int y = 0; y < 30; y++) {
                image.setRGB(x, y, (x * 6) << 16 | (y * 8) << 8 | 90);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    static BufferedImage read(byte[] image) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(image));
    }

    /** A photo with EXIF (turned on its side, with a place), XMP, a comment, and something behind its end. */
    static byte[] photo() throws IOException {
        byte[] jpeg = plain("jpg");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + 40);
        exif.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        exif.putShort((short) 0x4d4d).putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        exif.putInt(0);
        exif.put(GPS.getBytes(StandardCharsets.ISO_8859_1));
        segment(out, 0xe1, exif.array());
        segment(out, 0xe1, ("http://ns.adobe.com/xap/1.0/\0<x>" + GPS + "</x>").getBytes(StandardCharsets.ISO_8859_1));
        segment(out, 0xed, ("Photoshop 3.0\0" + GPS).getBytes(StandardCharsets.ISO_8859_1));
        segment(out, 0xfe, GPS.getBytes(StandardCharsets.ISO_8859_1));
        out.write(jpeg, 2, jpeg.length - 2);
        out.write(("<script>alert('" + GPS + "')</script>").getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] data) {
        out.write(0xff);
        out.write(marker);
        out.write((data.length + 2) >> 8);
        out.write(data.length + 2);
        out.writeBytes(data);
    }

    /** A PNG with a text in it and a page behind its end. */
    static byte[] tellingPng() throws IOException {
        byte[] png = plain("png");
        int end = png.length - 12;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, end);
        out.writeBytes(chunk("tEXt", ("Location\0" + GPS).getBytes(StandardCharsets.ISO_8859_1)));
        out.writeBytes(chunk("eXIf", GPS.getBytes(StandardCharsets.ISO_8859_1)));
        out.write(png, end, 12);
        out.write(("<html><script>alert('" + GPS + "')</script>").getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    static byte[] hugePng(int side) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain("png"), 0, 8);
        out.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(side)
                        .putInt(side)
                        .put(new byte[] {8, 6, 0, 0, 0})
                        .array()));
        out.writeBytes(chunk("IDAT", new byte[100]));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    static byte[] chunk(String type, byte[] data) {
        byte[] body = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(data)
                .array();
        CRC32 crc = new CRC32();
        crc.update(body);
        return ByteBuffer.allocate(8 + body.length)
                .putInt(data.length)
                .put(body)
                .putInt((int) crc.getValue())
                .array();
    }

    static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    static byte[] bomb(int megabytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    static byte[] manyEntries(int count) throws IOException {
        String[] names = new String[count + 2];
        names[0] = "[Content_Types].xml";
        names[1] = "word/document.xml";
        for (int i = 0; i < count; i++) {
            names[i + 2] = "word/" + i + ".xml";
        }
        return zip(names);
    }
}
