package org.glasnik.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes an image anew part by part, without what it tells beside the picture (where, when, with what it was taken; a preview;
 * whatever follows its end). Nothing is decoded, so no image can swell in memory: only the header's size is read.
 */
final class Images {
    /** 40 megapixels: more than any office camera takes, 160 MB where something decodes it. */
    static final long MOST_PIXELS = 40_000_000;

    private Images() {}

    static void strip(FileType type, Path from, Path to) throws IOException, FileRefused {
        byte[] image = Files.readAllBytes(from);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            if (type == FileType.PNG) {
                new Png(image).strip(out);
            } else {
                new Jpeg(image).strip(out);
            }
        } catch (IndexOutOfBoundsException e) {
            throw new FileRefused("broken");
        }
    }

    static void requirePixels(long width, long height) throws FileRefused {
        if (width < 1 || height < 1) {
            throw new FileRefused("broken");
        }
        if (width > MOST_PIXELS || height > MOST_PIXELS || width * height > MOST_PIXELS) {
            throw new FileRefused("pixels", "width", width, "height", height, "most", MOST_PIXELS / 1_000_000);
        }
    }
}
