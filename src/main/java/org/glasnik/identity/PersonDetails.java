package org.glasnik.identity;

/** @param version grows with each change of the record */
record PersonDetails(Person person, int version) {}
