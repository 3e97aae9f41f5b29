/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.findings;

import java.util.EnumSet;
import java.util.Set;

import org.carrel.inventory.findings.Standing;
import org.carrel.model.Texts;

/** Which findings somebody wants to see, by how they stand. In the order in which they are offered. */
enum Show {
    TO_DO(EnumSet.of(Standing.OPEN)), SET_ASIDE(EnumSet.of(Standing.SET_ASIDE)),
    DONE(EnumSet.of(Standing.HANDLED, Standing.SETTLED)), ALL(EnumSet.allOf(Standing.class));

    private final Set<Standing> standings;

    Show(Set<Standing> standings) {
        this.standings = Set.copyOf(standings);
    }

    Set<Standing> standings() {
        return standings;
    }

    String label() {
        return Texts.of(Show.class).get("show." + name());
    }
}
