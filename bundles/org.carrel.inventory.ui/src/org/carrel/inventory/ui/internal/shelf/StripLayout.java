/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.List;
import java.util.OptionalInt;

import org.eclipse.swt.graphics.Rectangle;

/**
 * Where each book of a picture stands on the screen. Of more books than fit, those around the one to be seen are drawn.
 * Immutable; no widgets.
 */
final class StripLayout {

    private static final int MARGIN = 8;
    private static final int GAP = 2;
    private static final double LEAST_HEIGHT = 0.74;
    /** The book to be seen stands here: more is behind it than before it. */
    private static final double SEEN_AT = 0.62;
    private static final int SHADES = 23;

    private final List<Spine> spines;
    private final int first;
    private final int last;
    private final int step;
    private final int thick;
    private final int top;
    private final int board;

    private StripLayout(List<Spine> spines, int first, int last, int thick, int top, int board) {
        this.spines = spines;
        this.first = first;
        this.last = last;
        this.thick = thick;
        this.step = thick + GAP;
        this.top = top;
        this.board = board;
    }

    /**
     * @param width  of the canvas
     * @param height of the canvas
     * @param seen   the book that must be in sight, if any
     */
    static StripLayout of(Picture picture, int width, int height, OptionalInt seen) {
        int thick = Math.max(6, height / 7);
        int fits = Math.max(1, (width - 2 * MARGIN) / (thick + GAP));
        int count = picture.spines().size();
        int first = 0;
        if (count > fits && seen.isPresent()) {
            first = Math.clamp(seen.getAsInt() - (int) (fits * SEEN_AT), 0, count - fits);
        }
        int board = height - Math.max(5, height / 12);
        return new StripLayout(picture.spines(), first, Math.min(count, first + fits), thick, height / 6, board);
    }

    /** The first book that is drawn. */
    int first() {
        return first;
    }

    /** The one behind the last that is drawn. */
    int last() {
        return last;
    }

    /** Where the board of the shelf begins. */
    int board() {
        return board;
    }

    /** How thick a book is. */
    int thick() {
        return thick;
    }

    /** The upright place of a book; books are of different heights, the same book always of the same. */
    Rectangle place(int index) {
        int room = board - top;
        int height = (int) (room * (LEAST_HEIGHT + (1 - LEAST_HEIGHT) * shade(index) / SHADES));
        return new Rectangle(MARGIN + (index - first) * step, board - height, thick, height);
    }

    /** A number from 0 to {@value #SHADES} that belongs to the book. */
    int shade(int index) {
        Spine spine = spines.get(index);
        return Math.floorMod((spine.title() + spine.callNumber()).hashCode() * 31 >>> 3, SHADES + 1);
    }

    /** The book there. */
    OptionalInt at(int x) {
        int index = first + Math.floorDiv(x - MARGIN, step);
        return x >= MARGIN && index >= first && index < last ? OptionalInt.of(index) : OptionalInt.empty();
    }
}
