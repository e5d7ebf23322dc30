package org.glasnik.signin;

import java.util.Optional;

/**
 * What a link in a letter opens: says what its button will do, and does nothing by itself.
 *
 * @param kind part of the message keys: link, register, addressOld, addressNew
 * @param action address that the button posts to
 * @param shown whom or what it concerns, masked where it is an address
 * @param state empty where there is no such link
 */
record LinkPage(String kind, String action, String shown, Optional<Token.State> state) {
    boolean open() {
        return state.filter(Token.State.OPEN::equals).isPresent();
    }

    boolean spent() {
        return state.filter(Token.State.SPENT::equals).isPresent();
    }
}
