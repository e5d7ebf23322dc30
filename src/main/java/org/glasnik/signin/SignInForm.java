package org.glasnik.signin;

import org.jspecify.annotations.Nullable;

/** What the page posts: {@code mail} for a link, {@code login} and {@code password} together, {@code person} in the demo. */
record SignInForm(
        @Nullable String mail,
        @Nullable String login,
        @Nullable String password,
        @Nullable String person,
        @Nullable String to) {}
