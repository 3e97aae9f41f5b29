/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.port.Branch;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.TransactionQueue;

/**
 * The desk: records check-outs and check-ins while the library system is away. Safe for use by several threads; every
 * method may wait for the disk, so none belongs on the UI thread, except those that say otherwise.
 */
public interface CirculationDesk {

    /** A desk for programs without a framework; it lives as long as {@code view}. Otherwise the desk is a service. */
    static CirculationDesk over(TransactionQueue queue, QueueView view, Branch branch, Clock clock) {
        return org.carrel.circulation.internal.RecordingDesk.withoutRules(queue, view, branch, clock);
    }

    /**
     * Records that an item leaves with a patron.
     *
     * @param patron     as scanned or typed; surrounding blanks do not count
     * @param item       as scanned or typed; surrounding blanks do not count
     * @param dueAt      when it is due back
     * @param overridden cautions that the desk has seen and wants to pass over
     * @return what happened; never null. Only {@code Recorded} and {@code Journaled} mean that it is on disk
     */
    DeskAnswer checkOut(String patron, String item, Instant dueAt, Set<Caution> overridden);

    /** Records that an item came back; see {@link #checkOut}. */
    DeskAnswer checkIn(String item, Set<Caution> overridden);

    /** The most items that a stack may have: more than lie on any pad. */
    int MOST_IN_STACK = 500;

    /**
     * Records that a stack of items leaves with a patron: all of them that the desk has nothing against in one commit,
     * each as a row of its own. An item that is there twice counts once.
     *
     * @param items      as read from their tags, in order; at most {@link #MOST_IN_STACK}
     * @param overridden cautions that the desk has seen and wants to pass over, for every item
     * @return what happened; never null
     */
    StackAnswer checkOutStack(String patron, List<String> items, Instant dueAt, Set<Caution> overridden);

    /** Records that a stack of items came back; see {@link #checkOutStack}. */
    StackAnswer checkInStack(List<String> items, Set<Caution> overridden);

    /** Whether {@code patron} could be a patron's barcode here: a sentence when not. Does not wait; any thread. */
    Optional<String> objectionToPatron(String patron);

    /** What the branch offers as due dates, from now, in the order shown; never empty. Does not wait; any thread. */
    List<DueDateChoice> dueDates();

    /** The choice the desk starts with. Does not wait; any thread. */
    DueDateChoice standardDueDate();

    /** How many were recorded; {@code patron} may be blank. */
    Tally tally(String patron);
}
