package org.glasnik.factor;

import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.glasnik.identity.Person;
import org.glasnik.platform.BaseUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * WebAuthn: what a browser is asked, and whether its answer is right. Keys are discoverable and the device checks its owner
 * (a finger, a face, a code), so that a key alone is two factors and needs no address typed before it.
 */
@Component
class PasskeyCeremony {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final Challenges challenges;
    private final Passkeys passkeys;
    private final BaseUrl base;

    PasskeyCeremony(Challenges challenges, Passkeys passkeys, BaseUrl base) {
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.base = base;
    }

    /** JSON for {@code navigator.credentials.create}. */
    String askToAdd(Person person) {
        PublicKeyCredentialUserEntity user = ImmutablePublicKeyCredentialUserEntity.builder()
                .id(Passkeys.handle(person.id()))
                .name(person.mail().shown())
                .displayName(person.name())
                .build();
        Bytes challenge = Bytes.random();
        UUID id = challenges.put(Challenges.Purpose.ADD, person.id(), challenge);
        return JSON.writeValueAsString(Map.of("id", id.toString(), "options", creation(user, challenge)));
    }

    /** JSON for {@code navigator.credentials.get}. */
    String askToEnter() {
        Bytes challenge = Bytes.random();
        UUID id = challenges.put(Challenges.Purpose.ENTER, null, challenge);
        return JSON.writeValueAsString(Map.of("id", id.toString(), "options", request(challenge)));
    }

    /** Uses up what this person was asked, before the transaction in which the answer is judged: right or wrong, it counts once. */
    Optional<Bytes> askedToAdd(PersonId person, @Nullable String challenge) {
        return taken(Challenges.Purpose.ADD, person, challenge);
    }

    /** The same for somebody who is not known yet. */
    Optional<Bytes> askedToEnter(@Nullable String challenge) {
        return taken(Challenges.Purpose.ENTER, null, challenge);
    }

    boolean add(PersonId person, Optional<Bytes> asked, @Nullable String answer, String label, URI here) {
        if (asked.isEmpty() || answer == null) {
            return false;
        }
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> credential =
                    JSON.readValue(answer, new TypeReference<>() {});
            operations(here)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            creation(new Handles().entity(person), asked.get()),
                            new RelyingPartyPublicKey(credential, label)));
            return true;
        } catch (JacksonException | WebAuthnException | IllegalArgumentException | NullPointerException e) {
            // Whatever a browser or someone else makes up: the library says so in several ways.
            return false;
        }
    }

    /** Whose key answered. */
    Optional<PersonId> enter(Optional<Bytes> asked, @Nullable String answer, URI here) {
        if (asked.isEmpty() || answer == null) {
            return Optional.empty();
        }
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> credential =
                    JSON.readValue(answer, new TypeReference<>() {});
            PublicKeyCredentialUserEntity user = operations(here)
                    .authenticate(new RelyingPartyAuthenticationRequest(request(asked.get()), credential));
            return Optional.of(Passkeys.person(user.getId()));
        } catch (JacksonException | WebAuthnException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private Optional<Bytes> taken(Challenges.Purpose purpose, @Nullable PersonId person, @Nullable String challenge) {
        try {
            return challenge == null ? Optional.empty() : challenges.take(purpose, person, UUID.fromString(challenge));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private PublicKeyCredentialCreationOptions creation(PublicKeyCredentialUserEntity user, Bytes challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(party())
                .user(user)
                .challenge(challenge)
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .timeout(Challenges.VALID)
                .excludeCredentials(passkeys.findByUserId(user.getId()).stream()
                        .map(PasskeyCeremony::descriptor)
                        .toList())
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .build();
    }

    private PublicKeyCredentialRequestOptions request(Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .timeout(Challenges.VALID)
                .rpId(host())
                .allowCredentials(List.of())
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }

    private static PublicKeyCredentialDescriptor descriptor(CredentialRecord key) {
        return PublicKeyCredentialDescriptor.builder()
                .id(key.getCredentialId())
                .transports(key.getTransports())
                .build();
    }

    private PublicKeyCredentialRpEntity party() {
        return PublicKeyCredentialRpEntity.builder().id(host()).name("Glasnik").build();
    }

    private String host() {
        return URI.create(base.of("/")).getHost();
    }

    /** On one's own machine the port may be another than the one that links are made with. */
    private Webauthn4JRelyingPartyOperations operations(URI here) {
        boolean own = host().equals("localhost") && "localhost".equals(here.getHost());
        String origin = own ? here.getScheme() + "://" + here.getAuthority() : base.of("");
        return new Webauthn4JRelyingPartyOperations(new Handles(), passkeys, party(), Set.of(origin));
    }

    /** People stand behind their handles: there is nothing more to keep. */
    private static final class Handles implements PublicKeyCredentialUserEntityRepository {
        PublicKeyCredentialUserEntity entity(PersonId person) {
            return ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(Passkeys.handle(person))
                    .name(person.toString())
                    .displayName("")
                    .build();
        }

        @Override
        public PublicKeyCredentialUserEntity findById(Bytes handle) {
            return entity(Passkeys.person(handle));
        }

        @Override
        public PublicKeyCredentialUserEntity findByUsername(String name) {
            return entity(PersonId.of(name));
        }

        @Override
        public void save(PublicKeyCredentialUserEntity user) {}

        @Override
        public void delete(Bytes handle) {}
    }
}
