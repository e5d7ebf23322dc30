package org.glasnik.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.glasnik.testing.Skip;
import org.glasnik.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** Changed, cut off and sealed archives. */
class ArchiveTest {
    private static final String PASSPHRASE = "a passphrase of words";

    @TempDir
    Path temp;

    private Path there;
    private Path here;
    private Path file;

    @BeforeEach
    void folders() throws Exception {
        there = Files.createDirectories(temp.resolve("there"));
        here = temp.resolve("here");
        file = temp.resolve("copy.glasnik");
    }

    @Test
    void aChangedRowIsNoticed() throws Exception {
        try (HikariDataSource lived = Copies.lived(there);
                HikariDataSource empty = TestDatabase.empty()) {
            Copies.write(lived, there, file);
            Path changed = temp.resolve("changed");
            byte[] rows = change(file, changed, "tables/platform.setting", text -> text.replace("Школа", "Школи"));

            assertThatThrownBy(() -> Copies.restore(empty, here, changed, false))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("tables/platform.setting is not what was written");
            assertThat(Copies.tables(empty)).isEmpty();

            // The control: without the hashes nothing would have stood in its way.
            TestDatabase.migrate(empty);
            try (Connection connection = Copies.connect(empty)) {
                long loaded = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy platform.setting from stdin", new ByteArrayInputStream(rows));
                assertThat(loaded).isPositive();
            }
        }
    }

    @Test
    void aLeftOutAndAnAddedPartAreNoticed() throws Exception {
        try (HikariDataSource lived = Copies.lived(there)) {
            Copies.write(lived, there, file);
            Path changed = temp.resolve("changed");
            change(file, changed, "files/second", text -> null);
            assertThatThrownBy(() -> new ArchiveReader(changed, () -> new char[0]).verified())
                    .hasMessageContaining("its parts are not those of its list");
        }
    }

    @Test
    void aCutOffOneIsNoticed() throws Exception {
        try (HikariDataSource lived = Copies.lived(there)) {
            Copies.write(lived, there, file);
            byte[] whole = Files.readAllBytes(file);
            for (int part = 1; part < 10; part++) {
                Path cut = temp.resolve("cut" + part);
                Files.write(cut, java.util.Arrays.copyOf(whole, whole.length * part / 10));
                assertThatThrownBy(() -> new ArchiveReader(cut, () -> new char[0]).verified())
                        .as(part + " tenths")
                        .isInstanceOf(BackupException.class);
            }
        }
    }

    @Test
    void whatIsNoArchiveIsSaidToBeNone() throws Exception {
        Files.writeString(file, "Dear diary");
        assertThatThrownBy(() -> new ArchiveReader(file, () -> new char[0]).verified())
                .hasMessageContaining("is no backup of Glasnik");
    }

    @Test
    void aSealedOneOpensWithItsPassphraseOnly() throws Exception {
        try (HikariDataSource lived = Copies.lived(there);
                HikariDataSource empty = TestDatabase.empty()) {
            BackingUp.Copy copy = Copies.write(lived, there, file, PASSPHRASE);
            assertThat(copy.encrypted()).isTrue();
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(bytes).doesNotContain("manifest.json");

            assertThatThrownBy(() -> Copies.restore(empty, here, file, false, "another passphrase"))
                    .hasMessageContaining("passphrase does not open");
            assertThat(Copies.tables(empty)).isEmpty();
            Copies.restore(empty, here, file, false, PASSPHRASE);
            assertThat(Copies.tables(empty)).isEqualTo(Copies.tables(lived));
        }
    }

    @Test
    void aSealedOneThatWasChangedIsNoticed() throws Exception {
        try (HikariDataSource lived = Copies.lived(there)) {
            Copies.write(lived, there, file, PASSPHRASE);
            byte[] bytes = Files.readAllBytes(file);
            for (int at : new int[] {bytes.length / 3, bytes.length / 2, bytes.length - 100, bytes.length - 5}) {
                byte[] changed = bytes.clone();
                changed[at] ^= 1;
                Path other = temp.resolve("changed" + at);
                Files.write(other, changed);
                assertThatThrownBy(() -> new ArchiveReader(other, PASSPHRASE::toCharArray).verified())
                        .as("byte " + at + " of " + bytes.length)
                        .isInstanceOfAny(BackupException.class, IOException.class);
            }
        }
    }

    /** Where there is no Glasnik at hand, gpg and unzip are enough. */
    @Test
    void gpgOpensASealedOne() throws Exception {
        Skip.unless(
                works("gpg", "--version"), "No gpg here: that a sealed backup opens without Glasnik is not measured");
        try (HikariDataSource lived = Copies.lived(there)) {
            Copies.write(lived, there, file, PASSPHRASE);
            Path clear = temp.resolve("clear.zip");
            Path home = Files.createDirectories(temp.resolve("gpg"));
            Process gpg = new ProcessBuilder(
                            "gpg",
                            "--homedir",
                            home.toString(),
                            "--batch",
                            "--pinentry-mode",
                            "loopback",
                            "--passphrase",
                            PASSPHRASE,
                            "--output",
                            clear.toString(),
                            "--decrypt",
                            file.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(gpg.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(gpg.waitFor()).as(said).isZero();
            assertThat(said).doesNotContain("not integrity protected");
            assertThat(new ArchiveReader(clear, () -> new char[0]).verified().tables())
                    .isEqualTo(new ArchiveReader(file, PASSPHRASE::toCharArray)
                            .verified()
                            .tables());
            new ProcessBuilder("gpgconf", "--homedir", home.toString(), "--kill", "all")
                    .start()
                    .waitFor();
        }
    }

    private static boolean works(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** A zip like the first, whole in itself, with one entry changed or, for null, left out; that entry's new bytes. */
    private static byte[] change(Path from, Path to, String entry, UnaryOperator<String> change) throws IOException {
        byte[] changed = new byte[0];
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(from));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                byte[] bytes = all(in);
                if (each.getName().equals(entry)) {
                    String text = change.apply(new String(bytes, StandardCharsets.UTF_8));
                    if (text == null) {
                        continue;
                    }
                    assertThat(text).isNotEqualTo(new String(bytes, StandardCharsets.UTF_8));
                    bytes = text.getBytes(StandardCharsets.UTF_8);
                    changed = bytes;
                }
                out.putNextEntry(new ZipEntry(each.getName()));
                out.write(bytes);
                out.closeEntry();
            }
        }
        return changed;
    }

    private static byte[] all(InputStream in) throws IOException {
        return in.readAllBytes();
    }
}
