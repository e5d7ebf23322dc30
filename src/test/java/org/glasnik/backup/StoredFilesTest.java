package org.glasnik.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed between the database's commit and the exchange of the files. */
class StoredFilesTest {
    private static final Map<String, String> OLD = Map.of("files/old", "old", "installation.key", "old key");
    private static final Map<String, String> NEW = Map.of("files/a/new", "new", "installation.key", "new key");

    @TempDir
    Path data;

    private StoredFiles files;
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void ready() throws Exception {
        Files.createDirectories(data.resolve("files"));
        Files.writeString(data.resolve("files/old"), "old");
        Files.writeString(data.resolve("installation.key"), "old key");
        files = new StoredFiles(data);
        files.prepare(id);
        files.layReady(id, "files/a/new", in("new"));
        files.layReady(id, "installation.key", in("new key"));
    }

    @Test
    void whatBelongsToTheDatabaseTakesItsPlace() throws Exception {
        files.settle(Set.of(id));
        assertThat(Copies.files(data)).isEqualTo(NEW);
        files.settle(Set.of(id));
        assertThat(Copies.files(data)).isEqualTo(NEW);
    }

    @Test
    void whatDoesNotGoes() throws Exception {
        files.settle(Set.of(UUID.randomUUID()));
        assertThat(Copies.files(data)).isEqualTo(OLD);
    }

    @Test
    void killedBetweenTwoMovesItGoesOn() throws Exception {
        Files.move(data.resolve("files"), data.resolve("replaced-" + id));
        files.settle(Set.of(id));
        assertThat(Copies.files(data)).isEqualTo(NEW);
    }

    @Test
    void killedBeforeTheLastDeletionItGoesOn() throws Exception {
        Files.move(
                data.resolve("restored-" + id + "/installation.key"),
                data.resolve("installation.key"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.move(data.resolve("files"), data.resolve("replaced-" + id));
        Files.move(data.resolve("restored-" + id + "/files"), data.resolve("files"));
        files.settle(Set.of(id));
        assertThat(Copies.files(data)).isEqualTo(NEW);
    }

    @Test
    void noFileLiesOutside() {
        for (String path :
                new String[] {"../x", "files/../../x", "files/../installation.key", "/etc/x", "x", "files/"}) {
            assertThatThrownBy(() -> files.layReady(id, path, in("x"))).as(path).isInstanceOf(BackupException.class);
        }
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
