package org.glasnik.spreadsheet;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The zip file around a workbook. What it unpacks to is counted while it is unpacked: what the file says of it may be a lie. */
final class Archive implements Closeable {
    private static final int ENTRIES = 10_000;

    /** Beyond this many bytes a part may not be more than {@link #RATIO} times as large as it is in the file. */
    private static final long SMALL = 32L << 20;

    /** A table of a million equal rows reaches two hundred; a bomb a thousand. */
    private static final int RATIO = 400;

    private final ZipFile zip;
    private final long most;
    private long unpacked;

    private Archive(ZipFile zip, long most) {
        this.zip = zip;
        this.most = most;
    }

    static Archive open(Path file, TableLimits limits) throws IOException, TableRefused {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw TableRefused.file(String.valueOf(e.getMessage()).contains("encrypted") ? "encrypted" : "damaged");
        }
        Archive archive = new Archive(zip, limits.unpacked());
        try {
            archive.checkNames();
            return archive;
        } catch (TableRefused | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void checkNames() throws TableRefused {
        if (zip.size() > ENTRIES) {
            throw TableRefused.file("damaged");
        }
        Set<String> names = new HashSet<>();
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            String name = all.nextElement().getName();
            // Nothing is unpacked to a path, but who writes such names means harm; two of one name are read differently
            // by
            // different programs.
            if (name.startsWith("/")
                    || name.contains("\\")
                    || name.contains(":")
                    || name.indexOf('\0') >= 0
                    || ("/" + name + "/").contains("/../")
                    || !names.add(name.toLowerCase(Locale.ROOT))) {
                throw TableRefused.file("names");
            }
        }
    }

    boolean has(String name) {
        return entry(name) != null;
    }

    private @Nullable ZipEntry entry(String name) {
        return zip.getEntry(name);
    }

    XmlPart xml(String name) throws IOException, TableRefused {
        return new XmlPart(stream(name));
    }

    InputStream stream(String name) throws IOException, TableRefused {
        ZipEntry entry = entry(name);
        if (entry == null) {
            throw TableRefused.file("damaged");
        }
        try {
            return new Counted(zip.getInputStream(entry), Math.max(1, entry.getCompressedSize()));
        } catch (ZipException e) {
            throw TableRefused.file("damaged");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Counted extends FilterInputStream {
        private final long packed;
        private long own;

        Counted(InputStream in, long packed) {
            super(in);
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            if (n > 0) {
                own += n;
                unpacked += n;
                if (unpacked > most || (own > SMALL && own / packed > RATIO)) {
                    throw new RefusedWhileReading(TableRefused.file("bomb", "megabytes", most >> 20));
                }
            }
            return n;
        }
    }
}
