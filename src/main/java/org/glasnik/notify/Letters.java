package org.glasnik.notify;

import org.springframework.stereotype.Repository;

/** The outbox. Posting is part of the caller's transaction: no letter without its cause, no cause without its letter. */
@Repository
public class Letters {
    Letters() {}

    public void post(Letter letter) {}
}
