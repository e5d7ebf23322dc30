package org.glasnik.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glasnik.access.BodyId;
import org.glasnik.access.NotFound;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.identity.Memberships;
import org.glasnik.identity.People;
import org.glasnik.identity.Person;
import org.glasnik.identity.Seating;
import org.glasnik.notify.Letter;
import org.glasnik.notify.Letters;
import org.glasnik.notify.Phrase;
import org.glasnik.platform.BaseUrl;
import org.glasnik.platform.DefaultZone;
import org.glasnik.registry.Bodies;
import org.glasnik.registry.BodyName;
import org.glasnik.signin.Tokens;
import org.springframework.stereotype.Component;

/** Invites, withdraws, and seats whoever accepts. Call inside a transaction, with a seat that the inviter may fill. */
@Component
class Inviting {
    static final String PURPOSE = "invitation";

    /** Two weeks: one holiday, and a letter that still is remembered. */
    static final Duration VALID = Duration.ofDays(14);

    private final Invitations invitations;
    private final Tokens tokens;
    private final Letters letters;
    private final People people;
    private final Seating seating;
    private final Memberships memberships;
    private final Bodies bodies;
    private final BaseUrl base;
    private final DefaultZone zone;
    private final Deeds deeds;
    private final Clock clock;

    Inviting(
            Invitations invitations,
            Tokens tokens,
            Letters letters,
            People people,
            Seating seating,
            Memberships memberships,
            Bodies bodies,
            BaseUrl base,
            DefaultZone zone,
            Deeds deeds,
            Clock clock) {
        this.invitations = invitations;
        this.tokens = tokens;
        this.letters = letters;
        this.people = people;
        this.seating = seating;
        this.memberships = memberships;
        this.bodies = bodies;
        this.base = base;
        this.zone = zone;
        this.deeds = deeds;
        this.clock = clock;
    }

    /** False where this address is invited to this seat already. */
    boolean invite(Viewer by, BodyId body, InvitationForm.Invited invited) {
        Instant now = clock.instant();
        Invitation invitation = new Invitation(
                new InvitationId(new java.util.UUID(0, 0)),
                body,
                invited.seat(),
                invited.name(),
                invited.mail(),
                invited.language(),
                by.me(),
                now,
                now.plus(VALID));
        Optional<InvitationId> id = invitations.add(invitation, now);
        id.flatMap(invitations::open).ifPresent(added -> {
            post(added, by.name());
            deeds.record(by, about("invitation.sent", added));
        });
        return id.isPresent();
    }

    /** A fresh letter with a fresh link; the old one ends. */
    void remind(Viewer by, Invitation invitation) {
        Instant now = clock.instant();
        tokens.revoke(PURPOSE, invitation.id().toString());
        invitations.sentAgain(invitation.id(), now, now.plus(VALID));
        invitations.open(invitation.id()).ifPresent(again -> post(again, by.name()));
        deeds.record(by, about("invitation.sentAgain", invitation));
    }

    void withdraw(Viewer by, Invitation invitation) {
        end(by, invitation, "withdrawn", "invitation.withdrawn");
    }

    void refuse(Viewer by, Invitation invitation) {
        end(by, invitation, "refused", "invitation.refused");
    }

    /**
     * Seats the person whose address was invited, and makes an account where there is none. Whoever held a seat for one
     * leaves it today.
     *
     * @return empty where somebody else has ended the invitation
     * @throws NotFound where whoever has the address is in the bin
     */
    Optional<PersonId> accept(Viewer by, Invitation invitation) {
        if (!invitations.end(invitation.id(), "accepted", clock.instant())) {
            return Optional.empty();
        }
        tokens.revoke(PURPOSE, invitation.id().toString());
        PersonId person = people.byMail(invitation.mail())
                .map(Person::id)
                .or(() -> people.add(invitation.name(), invitation.mail(), invitation.language(), ""))
                .orElseThrow(NotFound::new);
        invitations.belongsTo(invitation.id(), person);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone.get());
        if (invitation.seat().single()) {
            seating.replace(by, invitation.body(), invitation.seat(), person, today);
        } else {
            seating.begin(by, person, invitation.body(), invitation.seat(), today);
        }
        deeds.record(by, about("invitation.accepted", invitation).about(person));
        return Optional.of(person);
    }

    private void end(Viewer by, Invitation invitation, String outcome, String verb) {
        if (invitations.end(invitation.id(), outcome, clock.instant())) {
            tokens.revoke(PURPOSE, invitation.id().toString());
            deeds.record(by, about(verb, invitation));
        }
    }

    private void post(Invitation invitation, String inviter) {
        String token = tokens.issue(PURPOSE, null, invitation.id().toString(), VALID);
        BodyName body =
                bodies.names(Set.of(invitation.body()), invitation.language()).get(invitation.body());
        letters.post(new Letter(
                "invitation.seat",
                "invitation " + invitation.id() + " " + invitation.sentAt(),
                invitation.mail(),
                people.byMail(invitation.mail()).map(Person::id).orElse(null),
                invitation.language(),
                Map.of(
                        "name",
                        invitation.name(),
                        "inviter",
                        inviter,
                        "body",
                        body == null ? "" : body.text(),
                        "seat",
                        new Phrase(invitation.seat().within()),
                        "days",
                        VALID.toDays()),
                base.of(InvitationController.LETTER + token),
                true,
                null));
    }

    /** Without the name and the address of someone who has no account yet: they would outlive a refusal. */
    private Deed about(String verb, Invitation invitation) {
        BodyId body = invitation.body();
        return Deed.of(verb, "invitation", invitation.id().value())
                .in(memberships.readers(Set.of(body)).getOrDefault(body, body))
                .with("body", null, invitation.body())
                .with("seat", null, invitation.seat().tag());
    }
}
