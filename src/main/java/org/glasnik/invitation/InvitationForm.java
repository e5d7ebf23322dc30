package org.glasnik.invitation;

import java.util.Optional;
import java.util.Set;
import org.glasnik.identity.Seat;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;
import org.jspecify.annotations.Nullable;

/** As typed. */
record InvitationForm(
        @Nullable String name,
        @Nullable String mail,
        @Nullable String seat,
        @Nullable String language) {
    /** A letter of at most this many characters of name fits on a badge and in a certificate. */
    private static final int NAME = 120;

    record Invited(String name, MailAddress mail, Seat seat, Language language) {}

    String value(String field) {
        String value = switch (field) {
            case "name" -> name;
            case "mail" -> mail;
            case "seat" -> seat;
            default -> language;
        };
        return value == null ? "" : value;
    }

    Optional<Invited> read(FormErrors errors, Set<Seat> fillable) {
        String called = errors.name("name", name, NAME);
        Optional<MailAddress> address = MailAddress.of(mail);
        errors.require(address.isPresent(), "mail", "platform.error.mail");
        Optional<Seat> chosen = Seat.ofTag(seat).filter(fillable::contains);
        errors.require(chosen.isPresent(), "seat", "platform.error.choose");
        Optional<Language> reads = Language.ofTag(language);
        errors.require(reads.isPresent(), "language", "platform.error.choose");
        return errors.any()
                ? Optional.empty()
                : Optional.of(new Invited(called, address.orElseThrow(), chosen.orElseThrow(), reads.orElseThrow()));
    }
}
