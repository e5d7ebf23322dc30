package org.glasnik.pageduty;

import java.time.LocalDate;
import org.glasnik.pageaddress.Platform;
import org.glasnik.registry.BodyKind;

/**
 * That one kind of bodies must have a page on one platform.
 *
 * @param jurisdiction whose law says so
 * @param since the first day on which it counts
 * @param basis the law
 * @param basisAddress where it can be read, empty where nobody has said
 * @param verifiedOn the day on which somebody last read it
 */
public record Duty(
        String jurisdiction,
        BodyKind kind,
        Platform platform,
        LocalDate since,
        String basis,
        String basisAddress,
        LocalDate verifiedOn,
        String note) {}
