/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.Objects;

import org.carrel.model.ItemRecord;

/**
 * One line of the list of what is expected.
 *
 * @param row   from 0, in shelf order
 * @param item  as in the item file
 * @param state what is known of it
 * @param note  more about that, such as where it belongs; may be empty
 */
record ExpectedRow(int row, ItemRecord item, RowState state, String note) {
    ExpectedRow {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(note, "note");
    }
}
