/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.util.Locale;

/**
 * What the library system says an item is doing. The words of the item file differ in case and in {@code _} for a
 * blank; what is none of them is {@link #OTHER}, and its text is kept beside it.
 */
public enum ItemStatus {

    AVAILABLE, ON_LOAN, ON_HOLD, IN_TRANSIT, IN_PROCESSING, ON_ORDER, RECENTLY_RETURNED, LOST, MISSING, WITHDRAWN,
    CLAIMED_RETURNED, CLAIMED_NEVER_HAD, DAMAGED, UNAVAILABLE,
    /** The file says nothing. */
    NOT_SAID,
    /** The file says something else. */
    OTHER;

    /** What {@code text} means; never null. */
    public static ItemStatus of(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return switch (name) {
            case "" -> NOT_SAID;
            case "CHECKED_OUT", "LOANED", "ON_LOAN" -> ON_LOAN;
            case "ON_HOLD_SHELF", "HOLD", "ON_HOLD" -> ON_HOLD;
            case "TRANSIT", "IN_TRANSIT" -> IN_TRANSIT;
            case "NOT_SAID", "OTHER" -> OTHER;
            default -> {
                for (ItemStatus status : values()) {
                    if (status.name().equals(name)) {
                        yield status;
                    }
                }
                yield OTHER;
            }
        };
    }

    /**
     * Whether an item that is not found on the shelf is missing: only what nobody said is elsewhere is expected there.
     * An item about which the file says nothing is.
     */
    public boolean expectedOnShelf() {
        return this == AVAILABLE || this == NOT_SAID;
    }
}
