package org.glasnik.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Date;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPBEEncryptedData;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBEDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** OpenPGP with a passphrase, AES-256 and an integrity check: {@code gpg --decrypt} opens it where there is no Glasnik. */
final class Sealing {
    private static final int BUFFER = 1 << 16;

    /** 65 million bytes hashed for each try of a passphrase: the most that OpenPGP can say, some 0.2 s. */
    private static final int SLOW = 0xff;

    private static final int SHA256 = 8;

    private Sealing() {}

    /** What is written goes sealed to {@code out}, which is not closed with it. */
    static OutputStream seal(OutputStream out, char[] passphrase) throws IOException {
        try {
            var encrypting =
                    new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                            .setWithIntegrityPacket(true)
                            .setSecureRandom(new SecureRandom()));
            encrypting.addMethod(new BcPBEKeyEncryptionMethodGenerator(
                    passphrase, new BcPGPDigestCalculatorProvider().get(SHA256), SLOW));
            OutputStream encrypted = encrypting.open(out, new byte[BUFFER]);
            var literal = new PGPLiteralDataGenerator();
            OutputStream plain = literal.open(
                    encrypted,
                    PGPLiteralData.BINARY,
                    "glasnik.zip",
                    Date.from(java.time.Instant.EPOCH),
                    new byte[BUFFER]);
            return new java.io.FilterOutputStream(plain) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    plain.write(bytes, from, length);
                }

                @Override
                public void close() throws IOException {
                    plain.close();
                    encrypted.close();
                }
            };
        } catch (PGPException e) {
            throw new IOException(e);
        }
    }

    /** What was sealed; reading it to the end fails if a bit of it was changed. */
    static InputStream open(InputStream in, char[] passphrase) throws IOException {
        try {
            var packets = new BcPGPObjectFactory(PGPUtil.getDecoderStream(in));
            for (Object packet = packets.nextObject(); packet != null; packet = packets.nextObject()) {
                if (packet instanceof PGPEncryptedDataList list && list.get(0) instanceof PGPPBEEncryptedData sealed) {
                    return opened(sealed, passphrase);
                }
            }
        } catch (PGPException e) {
            throw wrong(e);
        }
        throw new BackupException("This is an OpenPGP file, but none that is sealed with a passphrase.");
    }

    private static InputStream opened(PGPPBEEncryptedData sealed, char[] passphrase) throws PGPException, IOException {
        if (!sealed.isIntegrityProtected() && !sealed.isAEAD()) {
            throw new BackupException("This file is sealed without an integrity check, so it is not from here.");
        }
        InputStream clear =
                sealed.getDataStream(new BcPBEDataDecryptorFactory(passphrase, new BcPGPDigestCalculatorProvider()));
        Object inside;
        try {
            inside = new BcPGPObjectFactory(clear).nextObject();
        } catch (IOException | RuntimeException e) {
            throw wrong(e);
        }
        if (!(inside instanceof PGPLiteralData literal)) {
            throw wrong(null);
        }
        return new java.io.FilterInputStream(literal.getInputStream()) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                return read < 0 ? end() : read;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                return read < 0 ? end() : read;
            }

            private int end() throws IOException {
                try {
                    if (!sealed.verify()) {
                        throw new BackupException(
                                "The sealed file was changed after it was written. Nothing was restored.");
                    }
                } catch (PGPException e) {
                    throw new IOException(e);
                }
                return -1;
            }
        };
    }

    private static BackupException wrong(@org.jspecify.annotations.Nullable Exception e) {
        String message = "The passphrase does not open this file.";
        return e == null ? new BackupException(message) : new BackupException(message, e);
    }
}
