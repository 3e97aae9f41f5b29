/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.findings;

import java.util.List;
import java.util.Optional;

import org.carrel.inventory.findings.ListedFinding;
import org.carrel.model.ItemRecord;

/** What the view can do for its presenter. UI thread only. */
interface FindingsScreen {

    /** Shows the kinds with their counts. */
    void kinds(List<KindCount> kinds);

    /** Shows these findings; those that were selected before stay so. */
    void findings(List<ListedFinding> findings);

    /** Says that some findings are not listed, and what to do; empty when all are. */
    void rest(String sentence);

    /** What is selected. */
    List<ListedFinding> selection();

    /** What is known of the one finding that is selected, or of several; lines of text. */
    void details(String lines);

    /** What can be done now. */
    void enable(Act act);

    /** Says something about what was asked for. */
    void say(String sentence);

    /** Whether somebody agrees. */
    boolean agrees(String title, String question, String yes);

    /** Asks for a note; empty when somebody thought better of it. */
    Optional<String> note(String title, String before);

    /** Asks which of the items it is; empty when somebody thought better of it. */
    Optional<ItemRecord> which(ListedFinding finding);
}
