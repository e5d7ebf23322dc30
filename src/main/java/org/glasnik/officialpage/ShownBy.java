package org.glasnik.officialpage;

import java.time.LocalDate;

/**
 * What somebody says to have seen or heard, by which a page is shown to be its body's own.
 *
 * @param address of the page of the body's site that links here, empty for other kinds
 * @param code that was seen, empty for other kinds
 * @param officerName empty but for an officer's word, and where the name was erased
 */
public record ShownBy(
        ProofKind kind,
        LocalDate seenOn,
        String address,
        String code,
        String officerName,
        String officerPosition,
        String officerMail) {
    public static ShownBy link(LocalDate seenOn, String address) {
        return new ShownBy(ProofKind.LINK, seenOn, address, "", "", "", "");
    }

    public static ShownBy code(LocalDate seenOn, String code) {
        return new ShownBy(ProofKind.CODE, seenOn, "", code, "", "", "");
    }

    /** @param mail empty where nobody has said */
    public static ShownBy word(LocalDate heardOn, String name, String position, String mail) {
        return new ShownBy(ProofKind.WORD, heardOn, "", "", name, position, mail);
    }
}
