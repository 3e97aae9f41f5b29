/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch;

import java.time.Instant;
import java.util.Objects;

/**
 * A sign-in on this machine.
 *
 * @param at       when
 * @param grant    whose password it was
 * @param operator name or initials of the person; empty when the branch does not keep them
 */
public record LastSignIn(Instant at, String grant, String operator) {

    public LastSignIn {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(grant, "grant");
        Objects.requireNonNull(operator, "operator");
    }
}
