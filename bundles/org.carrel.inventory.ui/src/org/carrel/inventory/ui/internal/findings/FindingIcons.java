/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.findings;

import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.inventory.findings.Standing;
import org.carrel.ui.Icon;

/** A picture for each kind and standing; the words beside it say the same. */
final class FindingIcons {

    private FindingIcons() {}

    static Icon of(Kind kind) {
        return switch (kind) {
            case MISSING -> Icon.QUESTION;
            case UNKNOWN_BARCODE, UNCATALOGED -> Icon.FAULT;
            case MISPLACED, OUT_OF_RANGE -> Icon.SHELF;
            case WRONG_LOCATION, WRONG_BRANCH -> Icon.EXPORT;
            case WRONG_STATUS -> Icon.WARNING;
            case DUPLICATE_BARCODE -> Icon.COPY;
            case CONDITION -> Icon.ITEM;
            case DUPLICATE_SCAN -> Icon.INFO;
        };
    }

    static Icon of(Standing standing) {
        return switch (standing) {
            case OPEN -> Icon.TODO;
            case SET_ASIDE -> Icon.AWAITING;
            case HANDLED -> Icon.DONE;
            case SETTLED -> Icon.SAVED;
            case NOTED -> Icon.INFO;
        };
    }
}
