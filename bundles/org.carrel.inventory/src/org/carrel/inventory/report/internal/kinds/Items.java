/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal.kinds;

import org.carrel.model.ItemRecord;

/** How reports speak of items. */
final class Items {

    private Items() {}

    /** The call number with volume, year, copy. */
    static String callNumber(ItemRecord item) {
        return item.enumeration().isEmpty() ? item.callNumber()
                : (item.callNumber() + " " + item.enumeration()).strip();
    }

    /** What a person looks for on the spine, or else the title, or else the barcode. */
    static String spine(ItemRecord item) {
        String callNumber = callNumber(item);
        if (!callNumber.isEmpty() && !item.title().isEmpty()) {
            return callNumber + " (" + item.title() + ")";
        }
        String either = callNumber.isEmpty() ? item.title() : callNumber;
        return either.isEmpty() ? item.barcode().value() : either;
    }
}
