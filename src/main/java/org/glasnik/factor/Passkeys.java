package org.glasnik.factor;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.glasnik.access.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** Passkeys in our own tables. A key's user handle is the 16 bytes of its person's id: it says nothing about the person. */
@Repository
class Passkeys implements UserCredentialRepository {
    /** As in the standard; browsers may make up others, and anything else. */
    private static final Pattern TRANSPORT = Pattern.compile("[a-z-]{1,20}");

    private final JdbcClient jdbc;
    private final Clock clock;

    Passkeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A passkey as its person sees it. */
    record Passkey(UUID id, String label, Instant createdAt, Instant lastUsedAt) {}

    static Bytes handle(PersonId person) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(person.value().getMostSignificantBits())
                .putLong(person.value().getLeastSignificantBits())
                .array());
    }

    static PersonId person(Bytes handle) {
        ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(handle.getBytes(), 16));
        return new PersonId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    List<Passkey> of(PersonId person) {
        return jdbc.sql(
                        "select id, label, created_at, last_used_at from factor.passkey where person_id = :person order by id")
                .param("person", person.value())
                .query((row, n) -> new Passkey(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("last_used_at").toInstant()))
                .list();
    }

    boolean remove(PersonId person, UUID id) {
        return jdbc.sql("delete from factor.passkey where person_id = :person and id = :id")
                        .param("person", person.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    void removeAll(PersonId person) {
        jdbc.sql("delete from factor.passkey where person_id = :person")
                .param("person", person.value())
                .update();
    }

    @Override
    public void delete(Bytes credential) {
        jdbc.sql("delete from factor.passkey where credential_id = :id")
                .param("id", credential.getBytes())
                .update();
    }

    /** Adds a key, or notes the use of one. A key that someone already has is not given to another. */
    @Override
    public void save(CredentialRecord key) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into factor.passkey (person_id, credential_id, public_key, sign_count, uv_initialized,
                            transports, backup_eligible, backup_state, attestation_object, attestation_client, label,
                            created_at, last_used_at)
                        values (:person, :credential, :key, :count, :uv, :transports, :eligible, :state, :object, :client,
                            :label, :now, :now)
                        on conflict (credential_id) do update
                            set sign_count = excluded.sign_count, last_used_at = excluded.last_used_at
                            where passkey.person_id = excluded.person_id""")
                .param("person", person(key.getUserEntityUserId()).value())
                .param("credential", key.getCredentialId().getBytes())
                .param("key", key.getPublicKey().getBytes())
                .param("count", key.getSignatureCount())
                .param("uv", key.isUvInitialized())
                .param(
                        "transports",
                        key.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .filter(TRANSPORT.asMatchPredicate())
                                .sorted()
                                .collect(Collectors.joining(",")))
                .param("eligible", key.isBackupEligible())
                .param("state", key.isBackupState())
                .param(
                        "object",
                        Objects.requireNonNull(key.getAttestationObject()).getBytes())
                .param(
                        "client",
                        Objects.requireNonNull(key.getAttestationClientDataJSON())
                                .getBytes())
                .param("label", Objects.requireNonNullElse(key.getLabel(), ""))
                .param("now", now)
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return jdbc.sql("select * from factor.passkey where credential_id = :id")
                .param("id", credential.getBytes())
                .query(Passkeys::read)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql("select * from factor.passkey where person_id = :person order by id")
                .param("person", person(handle).value())
                .query(Passkeys::read)
                .list();
    }

    private static CredentialRecord read(ResultSet row, int number) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(handle(new PersonId(row.getObject("person_id", UUID.class))))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("sign_count"))
                .uvInitialized(row.getBoolean("uv_initialized"))
                .transports(Arrays.stream(row.getString("transports").split(","))
                        .filter(t -> !t.isEmpty())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .attestationObject(new Bytes(row.getBytes("attestation_object")))
                .attestationClientDataJSON(new Bytes(row.getBytes("attestation_client")))
                .label(row.getString("label"))
                .created(row.getTimestamp("created_at").toInstant())
                .lastUsed(row.getTimestamp("last_used_at").toInstant())
                .build();
    }
}
