package org.glasnik.identity.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step that waits for a person, or one date to know. Words are in the reader's language already.
 *
 * @param title what to do, a verb first
 * @param text where and with whom
 * @param href where it is done
 * @param at when it is due or takes place; null where it waits without a date
 * @param due whether {@code at} is the last moment; else something begins then
 * @param toDo whether it wants a deed of this person; else it is only a date to know
 * @param waiting whether another person waits for it: such a step comes first
 * @param action words on its button, null for none
 * @param state in words, null for none; with its tone
 */
public record DeskCard(
        String title,
        String text,
        String href,
        @Nullable Instant at,
        boolean due,
        boolean toDo,
        boolean waiting,
        @Nullable String action,
        @Nullable String state,
        Tone tone) {
    /** How a state looks; the word says the same. */
    public enum Tone {
        PLAIN,
        GOOD,
        WAIT,
        LATE
    }

    /** A step without a date. */
    public static DeskCard toDo(String title, String text, String href) {
        return new DeskCard(title, text, href, null, false, true, false, null, null, Tone.PLAIN);
    }

    /** A date to know, at which nothing is asked of this person. */
    public static DeskCard known(String title, String text, String href, Instant at) {
        return new DeskCard(title, text, href, at, false, false, false, null, null, Tone.PLAIN);
    }

    public DeskCard dueAt(Instant last) {
        return new DeskCard(title, text, href, last, true, toDo, waiting, action, state, tone);
    }

    public DeskCard beginningAt(Instant start) {
        return new DeskCard(title, text, href, start, false, toDo, waiting, action, state, tone);
    }

    public DeskCard someoneWaits() {
        return new DeskCard(title, text, href, at, due, toDo, true, action, state, tone);
    }

    public DeskCard doneBy(String words) {
        return new DeskCard(title, text, href, at, due, toDo, waiting, words, state, tone);
    }

    public DeskCard in(Tone how, String words) {
        return new DeskCard(title, text, href, at, due, toDo, waiting, action, words, how);
    }
}
