/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.List;
import java.util.OptionalInt;

import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.ui.Tone;

/** What the presenter shows. UI thread only. */
interface ShelfScreen {

    /** What was read last. */
    void say(Said said);

    /**
     * What the library system says of the book that was read last.
     *
     * @param tone     {@link Tone#NEUTRAL} when nobody needs to look up
     * @param sentence empty when there is nothing to say
     */
    void online(Tone tone, String sentence);

    /**
     * What is on the shelf and in the lists changed.
     *
     * @param follow whether the lists go to where somebody is
     */
    void show(Glance glance, boolean follow);

    /** What could not be saved: it stays on the screen until somebody noted it. @param marks empty when they did */
    void unsaved(String sentence, List<Mark> marks);

    /** Which book somebody looks at, in each of the two lists. */
    void select(OptionalInt row, OptionalInt entry);

    /**
     * The shelf at one moment.
     *
     * @param expected how many rows the list of what is expected has
     * @param read     how many rows the list of what was read has
     * @param position the row where somebody is
     * @param progress how far it is
     * @param picture  of the shelf
     */
    record Glance(int expected, int read, OptionalInt position, Shelf.Progress progress, Picture picture) {}
}
