/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.findings;

import java.util.Set;

import org.carrel.inventory.findings.ListedFinding;

/**
 * What can be done with what is selected.
 *
 * @param first     what the first button says
 * @param possible  which of the buttons do something
 * @param canUndo   whether something can be taken back
 */
record Act(String first, Set<Button> possible, boolean canUndo) {

    Act {
        possible = Set.copyOf(possible);
    }

    /** The buttons of the view. */
    enum Button {
        /** What is to be done first about such a finding is done, or begun. */
        FIRST,
        /** The same with a note. */
        WITH_NOTE,
        /** What was missing is there; see {@link ListedFinding#kind()}. */
        FOUND, NOT_FOUND, SET_ASIDE, REOPEN, NOTE, CONDITION
    }
}
