/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.OptionalInt;

import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.ItemGroup;

/** What is known of each row of what is expected, in a byte each, and how many are of which state. One thread. */
final class RowStates {

    private static final RowState[] ALL = RowState.values();

    private final byte[] states;
    private final int[] counts = new int[ALL.length];
    /** What there is to say besides: of few. */
    private final Map<Integer, String> notes = new HashMap<>();
    private final int away;

    /** Nobody read anything yet. */
    RowStates(ScopedItems items, ScopeRows rows) {
        states = new byte[rows.size()];
        // What a status means is found out once for each group.
        Map<ItemGroup, Boolean> expected = new IdentityHashMap<>();
        for (int row = 0; row < states.length; row++) {
            boolean here = expected.computeIfAbsent(items.snapshot().groupOf(rows.number(row)),
                    group -> group.status().expectedOnShelf());
            states[row] = (byte) (here ? RowState.UNREAD : RowState.AWAY).ordinal();
            counts[states[row]]++;
        }
        away = count(RowState.AWAY);
    }

    /** How many are expected on the shelf. */
    int expected() {
        return states.length - away;
    }

    /** How many that were not expected there were seen all the same. */
    int surprises() {
        return away - count(RowState.AWAY);
    }

    int size() {
        return states.length;
    }

    RowState get(int row) {
        return ALL[states[row]];
    }

    String note(int row) {
        return notes.getOrDefault(row, "");
    }

    void set(int row, RowState state) {
        set(row, state, "");
    }

    void set(int row, RowState state, String note) {
        counts[states[row]]--;
        states[row] = (byte) state.ordinal();
        counts[states[row]]++;
        if (note.isEmpty()) {
            notes.remove(row);
        } else {
            notes.put(row, note);
        }
    }

    /** Gives every row that has one of them another: takes a millisecond for a million. */
    void replace(RowState before, RowState after) {
        for (int row = 0; row < states.length && counts[before.ordinal()] > 0; row++) {
            if (states[row] == before.ordinal()) {
                set(row, after);
            }
        }
    }

    int count(RowState state) {
        return counts[state.ordinal()];
    }

    /**
     * The next row that somebody should look at.
     *
     * @param from behind that row; -1 for the first
     * @param step 1 for forwards, -1 for backwards
     */
    OptionalInt problem(int from, int step) {
        for (int row = from + step; row >= 0 && row < states.length; row += step) {
            if (ALL[states[row]].isProblem()) {
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }
}
