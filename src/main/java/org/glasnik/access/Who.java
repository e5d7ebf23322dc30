package org.glasnik.access;

/** Who may try a route at all. Which rows they then see or change is decided in the query. */
public enum Who {
    /** Everyone, signed in or not. */
    ANYONE,
    /** Someone who has passed the first factor of sign-in and still owes the second. */
    HALFWAY,
    /** A person who is signed in, a resident included. */
    PERSON,
    /** A person who sits in a body. */
    MEMBER,
    /** A person who holds the organiser's seat of an organising body. */
    ORGANISER,
    /** A person who runs the installation. */
    OPERATOR
}
