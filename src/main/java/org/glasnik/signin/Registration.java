package org.glasnik.signin;

/** What a resident wrote to register, kept behind the link that confirms it. */
record Registration(String name, String mail, String language, String zone) {}
