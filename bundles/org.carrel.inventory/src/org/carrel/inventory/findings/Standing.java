/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.findings;

import org.carrel.model.Texts;

/** How a finding stands. In the order in which people want to see them. */
public enum Standing {
    /** Somebody must do something. */
    OPEN,
    /** Somebody looked at it and left it for later, or as it is. */
    SET_ASIDE,
    /** Somebody did what was to be done. */
    HANDLED,
    /** Somebody dealt with it or had something to say of it, and since then it is gone: a later scan settled it. */
    SETTLED,
    /** There is nothing to do about it. */
    NOTED;

    /** What people call it. */
    public String label() {
        return Texts.of(Standing.class).get("standing." + name());
    }
}
