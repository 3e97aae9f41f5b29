/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.util.OptionalInt;

import org.carrel.circulation.DeskAnswer.Field;
import org.carrel.circulation.Tally;
import org.carrel.ui.Tone;

/** What the presenter wants to be seen. Called on the UI thread. */
interface DeskScreen {

    /** The last scan, in large type. */
    void announce(Tone tone, String headline, String sentence);

    /**
     * Running counts.
     *
     * @param forPatron of the patron in the field; empty when there is none, or while the count is being looked up
     * @param today     for the branch today
     */
    void count(OptionalInt forPatron, Tally today);

    /** What still has to be looked at. */
    void attend(Attention attention);

    /**
     * Shows {@code scan} as refused in {@code field} and puts the keyboard there, with the text selected; unless
     * somebody is scanning on, whose text must not be touched.
     */
    void refuse(Field field, DeskScan scan);

    /** The patron's card was refused: select it, so that the next scan replaces it. */
    void refusePatron();

    /** The patron is fine: the next scan is an item. */
    void acceptPatron();
}
