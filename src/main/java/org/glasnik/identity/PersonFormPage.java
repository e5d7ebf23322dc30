package org.glasnik.identity;

import org.glasnik.access.PersonId;
import org.glasnik.platform.FormErrors;

/** @param stored the name as it is now */
record PersonFormPage(PersonId id, int version, String typed, String stored, FormErrors errors) {}
