package org.glasnik.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.glasnik.access.PersonId;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.transaction.support.TransactionTemplate;

/** Two at once, and what a browser makes up. */
@GlasnikTest
class FactorRacesTest {
    @Autowired
    Passkeys passkeys;

    @Autowired
    SecondFactors second;

    @Autowired
    Factors factors;

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private PersonId operator;

    @BeforeEach
    void noFactors() {
        operator = Cast.person(jdbc, "operator");
        jdbc.sql("delete from factor.passkey").update();
    }

    private void key(String... transports) {
        passkeys.save(ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.random())
                .userEntityUserId(Passkeys.handle(operator))
                .publicKey(new ImmutablePublicKeyCose(new byte[] {1}))
                .signatureCount(0)
                .uvInitialized(true)
                .transports(Set.of(transports).stream()
                        .map(AuthenticatorTransport::valueOf)
                        .collect(java.util.stream.Collectors.toSet()))
                .backupEligible(false)
                .backupState(false)
                .attestationObject(new Bytes(new byte[] {1}))
                .attestationClientDataJSON(new Bytes(new byte[] {1}))
                .label("key")
                .created(Instant.EPOCH)
                .lastUsed(Instant.EPOCH)
                .build());
    }

    /** The control: the database refuses such a word, which would be an error on our side. */
    @Test
    void aMadeUpWayToReachAKeyIsLeftOut() {
        key("usb", "\u0000", "x".repeat(21), "UPPER", "smart-card");
        assertThat(jdbc.sql("select transports from factor.passkey")
                        .query(String.class)
                        .single())
                .isEqualTo("smart-card,usb");
        assertThatThrownBy(() -> jdbc.sql("update factor.passkey set transports = ?")
                        .param("\u0000")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** The control: who looks without waiting, while the first has not ended, still counts two. */
    @Test
    void twoWhoTakeAwayAFactorAtOnceLeaveOne() throws Exception {
        key();
        key();
        List<java.util.UUID> ids =
                passkeys.of(operator).stream().map(Passkeys.Passkey::id).toList();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Boolean> last = transaction.execute(status -> {
                assertThat(second.lastOfThoseOwed(operator)).isFalse();
                assertThat(passkeys.remove(operator, ids.get(0))).isTrue();
                Future<Boolean> asked =
                        other.submit(() -> transaction.execute(inner -> second.lastOfThoseOwed(operator)));
                try {
                    Thread.sleep(300);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                assertThat(asked.isDone()).as("it waits").isFalse();
                assertThat(outside(() -> factors.count(operator))).isEqualTo(2);
                return asked;
            });
            assertThat(last.get()).isTrue();
        }
        assertThat(factors.count(operator)).isEqualTo(1);
    }

    private static int outside(java.util.concurrent.Callable<Integer> look) {
        try (ExecutorService another = Executors.newSingleThreadExecutor()) {
            return another.submit(look).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aChallengeIsUsedUpByAWrongAnswerToo() {
        Web browser = web.as("resident");
        String token =
                browser.get("/account/passkeys").page().select("[name=_csrf]").val();
        String id = tools.jackson.databind.json.JsonMapper.builder()
                .build()
                .readTree(browser.post("/account/passkeys/options", Map.of("_csrf", token))
                        .body())
                .get("id")
                .asString();
        assertThat(challenges(id)).isEqualTo(1);
        assertThat(browser.post(
                                "/account/passkeys",
                                Map.of("_csrf", token, "challenge", id, "label", "x", "credential", "{}"))
                        .status())
                .isEqualTo(422);
        assertThat(challenges(id)).isZero();
    }

    private int challenges(String id) {
        return jdbc.sql("select count(*) from factor.challenge where id = cast(? as uuid)")
                .param(id)
                .query(Integer.class)
                .single();
    }
}
