/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.carrel.circulation.DeskAnswer.Field;
import org.carrel.circulation.Tally;
import org.carrel.ui.Tone;

/** Remembers what it was told to show last. */
final class FakeScreen implements DeskScreen {

    final List<String> focus = new ArrayList<>();
    Tone tone;
    String headline = "";
    String sentence = "";
    OptionalInt forPatron = OptionalInt.empty();
    Tally today = new Tally(0, 0, 0);
    Field refused;

    @Override
    public void announce(Tone newTone, String newHeadline, String newSentence) {
        tone = newTone;
        headline = newHeadline;
        sentence = newSentence;
    }

    @Override
    public void count(OptionalInt his, Tally all) {
        forPatron = his;
        today = all;
    }

    @Override
    public void attend(Attention attention) {
        // the presenter itself is asked
    }

    @Override
    public void refuse(Field field, DeskScan scan) {
        refused = field;
    }

    @Override
    public void refusePatron() {
        focus.add("patron");
    }

    @Override
    public void acceptPatron() {
        focus.add("item");
    }
}
