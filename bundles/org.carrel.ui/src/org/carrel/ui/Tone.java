/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

/** What a message or a row means at a glance. Never shown by colour alone: each tone has its own icon. */
public enum Tone {
    /** Nothing to notice. */
    NEUTRAL(Icon.INFO),
    /** Something is waiting or under way. */
    WAITING(Icon.AWAITING),
    /** All is well. */
    GOOD(Icon.SAVED),
    /** Look twice. */
    CAUTION(Icon.WARNING),
    /** It did not work. */
    BAD(Icon.REFUSED);

    private final Icon icon;

    Tone(Icon icon) {
        this.icon = icon;
    }

    /** The icon that says the same as the colour. */
    public Icon icon() {
        return icon;
    }
}
