package org.glasnik.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationKeyTest {
    @TempDir
    Path data;

    @Test
    void theFileIsItsOwnersOnly() throws Exception {
        byte[] sealed = new InstallationKey(data).seal("totp", "me", "secret".getBytes(UTF_8));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("installation.key"))))
                .isEqualTo("rw-------");
        assertThat(new InstallationKey(data).open("totp", "me", sealed)).hasValue("secret".getBytes(UTF_8));
    }

    @Test
    void whatIsSealedOpensForItsPurposeAndOwnerOnly() {
        InstallationKey key = new InstallationKey(data);
        byte[] sealed = key.seal("totp", "me", "secret".getBytes(UTF_8));
        assertThat(key.open("other", "me", sealed)).isEmpty();
        assertThat(key.open("totp", "you", sealed)).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(key.open("totp", "me", sealed)).isEmpty();
        assertThat(key.open("totp", "me", new byte[3])).isEmpty();
        assertThat(key.mac("a", new byte[0])).isNotEqualTo(key.mac("b", new byte[0]));
    }

    @Test
    void nodesThatStartAtOnceHaveOneKey() {
        Set<String> macs = ConcurrentHashMap.newKeySet();
        try (ExecutorService nodes = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                nodes.submit(() -> macs.add(java.util.HexFormat.of()
                        .formatHex(new InstallationKey(data.resolve("shared")).mac("x", new byte[0]))));
            }
        }
        assertThat(new HashSet<>(macs)).hasSize(1);
    }

    @Test
    void aSpoiledFileIsSaid() throws Exception {
        Files.writeString(data.resolve("installation.key"), "not a key");
        assertThatThrownBy(() -> new InstallationKey(data))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("installation.key");
    }
}
