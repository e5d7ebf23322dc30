package org.glasnik.invitation;

import java.util.Map;
import org.glasnik.access.BodyId;
import org.glasnik.platform.FormErrors;
import org.glasnik.registry.BodyName;
import org.jspecify.annotations.Nullable;

/**
 * @param seats tag to words, of the seats that the viewer may fill
 * @param leaving who holds a chosen seat for one and leaves it when the invitation is accepted, or null
 */
record InvitingPage(
        BodyId body,
        BodyName name,
        InvitationForm form,
        FormErrors errors,
        Map<String, String> seats,
        Map<String, String> languages,
        @Nullable String leaving) {}
