package org.glasnik.signin;

import org.glasnik.platform.FormErrors;

/**
 * A new password, by a link or by someone who is signed in.
 *
 * @param login the address, for password managers
 * @param has whether there is one already
 */
record ResetPage(FormErrors errors, String action, String login, boolean has) {}
