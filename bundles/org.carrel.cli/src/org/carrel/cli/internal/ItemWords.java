/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import org.carrel.model.ItemStatus;
import org.carrel.model.Texts;
import org.carrel.model.port.ItemSource.Reason;

/** How commands name what is said of items. */
final class ItemWords {

    private static final Texts TEXTS = Texts.of(ItemWords.class);

    private ItemWords() {}

    static String of(Reason reason) {
        return TEXTS.get("badRow." + reason.name());
    }

    static String of(ItemStatus status) {
        return TEXTS.get("itemStatus." + status.name());
    }

    /** Whether no item is lost: the rows are items all the same, or have none. */
    static boolean isOnlyRemark(Reason reason) {
        return switch (reason) {
            case DUPLICATE_BARCODE, UNREADABLE_VALUE, NOT_UTF8, NO_ITEM -> true;
            case WRONG_FIELD_COUNT, EMPTY_BARCODE, UNSOUND_BARCODE, TOO_LONG, CONTROL_CHARACTERS,
                    DAMAGED_RECORD, UNCLEAR_HOLDING -> false;
        };
    }
}
