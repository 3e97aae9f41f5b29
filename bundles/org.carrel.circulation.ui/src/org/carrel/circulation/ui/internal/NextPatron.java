/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import org.carrel.model.BranchProfile.BarcodeRules;

/** Whether a barcode that comes as an item begins with the next patron: it is a card, and nothing else. */
final class NextPatron {

    private final BarcodeRules rules;
    private final BooleanSupplier on;

    /** @param on whether the desk wants that */
    NextPatron(BarcodeRules rules, BooleanSupplier on) {
        this.rules = rules;
        this.on = on;
    }

    boolean isOn() {
        return on.getAsBoolean();
    }

    /** Whether {@code text}, scanned or typed where an item belongs, is the card of the next patron. */
    boolean begins(String text) {
        return isOn() && matches(rules.patron(), text.strip()) && !matches(rules.item(), text.strip());
    }

    private static boolean matches(Optional<Pattern> pattern, String text) {
        return pattern.isPresent() && pattern.get().matcher(text).matches();
    }
}
