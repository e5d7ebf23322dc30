package org.glasnik.identity;

import org.glasnik.platform.FormErrors;
import org.glasnik.registry.BodyName;

/**
 * @param person empty where the name is gone
 * @param until as typed, ISO date
 * @param today the last day that may be chosen
 */
record EndingPage(
        Membership seat, String person, BodyName body, String until, String today, FormErrors errors) {}
