/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

/**
 * Which rows of a long list are in sight, and which one is selected. Knows nothing of widgets. One thread.
 */
final class Slice {

    private int size;
    private int height = 1;
    private int top;
    private int selected = -1;

    int size() {
        return size;
    }

    /** How many rows fit. */
    int height() {
        return height;
    }

    /** The first row in sight. */
    int top() {
        return top;
    }

    /** -1 for none. */
    int selected() {
        return selected;
    }

    /** How many rows are in sight. */
    int visible() {
        return Math.min(height, size - top);
    }

    void resize(int rows) {
        size = rows;
        selected = Math.min(selected, size - 1);
        scrollTo(top);
    }

    void fit(int rows) {
        height = Math.max(1, rows);
        scrollTo(top);
    }

    void scrollTo(int row) {
        top = Math.clamp(row, 0, Math.max(0, size - height));
    }

    /** Selects a row and brings it into sight, with some rows around it when it was out of sight. */
    void select(int row) {
        selected = Math.clamp(row, -1, size - 1);
        reveal(selected);
    }

    /** Brings a row into sight, with some rows around it when it was out of sight. */
    void reveal(int row) {
        if (row >= 0 && (row < top || row >= top + height)) {
            scrollTo(row - height / 3);
        }
    }

    /** Moves what is selected, as keys do: the list goes along row by row. */
    void move(int rows) {
        if (size == 0) {
            return;
        }
        int from = selected < 0 ? top : selected;
        selected = Math.clamp((long) from + rows, 0, size - 1);
        if (selected < top) {
            scrollTo(selected);
        } else if (selected >= top + height) {
            scrollTo(selected - height + 1);
        }
    }
}
