package org.glasnik.signin;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Argon2id with the least memory that OWASP accepts (Password Storage Cheat Sheet: 19 MiB, two passes, one lane), in the PHC
 * form. So many run at once as there are processors, twice over: a rush of sign-ins waits, and after some seconds is told
 * that the server is busy, instead of taking all memory.
 */
@Component
public class SlowHash {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int BYTES = 32;
    private static final int SALT = 16;
    private static final int WAIT_SECONDS = 5;
    private static final String FORM = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s";

    private final SecureRandom random = new SecureRandom();
    private final Semaphore free = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

    String of(String password) {
        byte[] salt = salt();
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return FORM.formatted(
                MEMORY_KIB, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(of(password, salt)));
    }

    boolean matches(String password, String stored) {
        String[] parts = stored.split("\\$");
        String[] cost = parts[3].split("[=,]");
        byte[] salt = Base64.getDecoder().decode(parts[4]);
        byte[] wanted = Base64.getDecoder().decode(parts[5]);
        Argon2Parameters.Builder parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withMemoryAsKB(Integer.parseInt(cost[1]))
                .withIterations(Integer.parseInt(cost[3]))
                .withParallelism(Integer.parseInt(cost[5]))
                .withSalt(salt);
        return MessageDigest.isEqual(wanted, run(parameters, password, wanted.length));
    }

    public byte[] salt() {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return salt;
    }

    /** The bare hash, for several secrets under one salt. */
    public byte[] of(String secret, byte[] salt) {
        return run(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withMemoryAsKB(MEMORY_KIB)
                        .withIterations(PASSES)
                        .withParallelism(LANES)
                        .withSalt(salt),
                secret,
                BYTES);
    }

    private byte[] run(Argon2Parameters.Builder parameters, String secret, int length) {
        return limited(() -> {
            Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
            argon2.init(
                    parameters.withVersion(Argon2Parameters.ARGON2_VERSION_13).build());
            byte[] hash = new byte[length];
            argon2.generateBytes(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8), hash);
            return hash;
        });
    }

    private byte[] limited(Supplier<byte[]> work) {
        try {
            if (!free.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
