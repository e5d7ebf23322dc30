package org.glasnik.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A secret of this installation that is not in its database: the file {@code installation.key} (mode 0600) in the data
 * folder. Each use has a key of its own, derived by HKDF, so that none opens what another sealed. Several nodes share the
 * folder; a backup holds the file.
 */
@Component
public class InstallationKey {
    private static final int BYTES = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final byte[] root;

    InstallationKey(@Value("${glasnik.data:data}") Path data) {
        this.root = readOrMake(data.resolve("installation.key"));
    }

    /** HMAC-SHA-256. */
    public byte[] mac(String purpose, byte[] of) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(derived(purpose, "HmacSHA256"));
            return mac.doFinal(of);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * AES-256-GCM with a random nonce in front.
     *
     * @param owner bound to the result: it opens for this owner only, so a row copied to another is worth nothing
     */
    public byte[] seal(String purpose, String owner, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, purpose, owner, nonce).doFinal(plain);
            byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty where it was sealed with another key, for another owner, or has been changed. */
    public Optional<byte[]> open(String purpose, String owner, byte[] sealed) {
        if (sealed.length < NONCE) {
            return Optional.empty();
        }
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE);
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, purpose, owner, nonce).doFinal(sealed, NONCE, sealed.length - NONCE));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String purpose, String owner, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, derived(purpose, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return cipher;
    }

    private SecretKey derived(String purpose, String algorithm) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        algorithm,
                        HKDFParameterSpec.ofExtract()
                                .addIKM(new SecretKeySpec(root, "Generic"))
                                .thenExpand(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8), BYTES));
    }

    private byte[] readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            byte[] read = HexFormat.of().parseHex(Files.readString(file).strip());
            if (read.length != BYTES) {
                throw new IllegalArgumentException("wrong length");
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException("The installation's key cannot be read: " + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Not an installation's key (64 hexadecimal digits): " + file, e);
        }
    }

    /** Written aside and linked into place, so that of two nodes which start at once one wins and no one reads half a key. */
    private void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] fresh = new byte[BYTES];
        random.nextBytes(fresh);
        Path aside = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "installation",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(
                    aside, HexFormat.of().formatHex(fresh) + "\n", StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException e) {
            // The other node was first: its key is read.
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
