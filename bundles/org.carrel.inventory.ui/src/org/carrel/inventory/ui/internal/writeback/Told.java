/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.writeback;

import java.util.Optional;

import org.carrel.model.ItemBarcode;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.inventory.WriteBackEntry.State;

/**
 * One row: an item that is told of, or was.
 *
 * @param title of the item; may be empty
 * @param entry empty when it is not written down yet, because no push was begun since it was found
 */
record Told(ItemBarcode item, String title, Optional<WriteBackEntry> entry) {

    State state() {
        return entry.map(WriteBackEntry::state).orElse(State.WAITING);
    }
}
