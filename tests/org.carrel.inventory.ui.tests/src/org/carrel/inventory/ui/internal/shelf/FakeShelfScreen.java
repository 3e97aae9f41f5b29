/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.ui.Tone;

/** Remembers what it was told to show. */
final class FakeShelfScreen implements ShelfScreen {

    final List<Said> said = new ArrayList<>();
    final List<String> online = new ArrayList<>();
    Tone onlineTone = Tone.NEUTRAL;
    Glance glance;
    List<Mark> unsaved = List.of();
    OptionalInt row = OptionalInt.empty();
    OptionalInt entry = OptionalInt.empty();

    Said last() {
        return said.getLast();
    }

    @Override
    public void say(Said now) {
        said.add(now);
    }

    @Override
    public void online(Tone tone, String sentence) {
        onlineTone = tone;
        if (!sentence.isEmpty()) {
            online.add(sentence);
        }
    }

    @Override
    public void show(Glance now, boolean follow) {
        glance = now;
    }

    @Override
    public void unsaved(String sentence, List<Mark> waiting) {
        unsaved = List.copyOf(waiting);
    }

    @Override
    public void select(OptionalInt atRow, OptionalInt atEntry) {
        row = atRow;
        entry = atEntry;
    }
}
