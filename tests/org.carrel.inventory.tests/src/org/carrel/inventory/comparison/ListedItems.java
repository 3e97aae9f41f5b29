/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.comparison;

import java.util.List;

import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.model.ItemRecord;
import org.carrel.testkit.SnapshotOfList;

/** A snapshot of the items of a list, in the order of call numbers. */
public final class ListedItems extends SnapshotOfList {

    public ListedItems(List<ItemRecord> items, CallNumbers callNumbers) {
        super(items, callNumbers.version(), item -> callNumbers.read(item).key().toBytes(), 0);
    }
}
