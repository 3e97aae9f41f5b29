/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.writeback.internal.Patience;
import org.carrel.inventory.writeback.internal.PushService;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.port.AuditTrail;
import org.carrel.model.port.Branch;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.InventoryWriteBack;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.WriteBackLedger;

/**
 * Tells the library system of the items that a project found. A service; safe for use by several threads, but one push
 * runs at a time. Not for the UI thread. Methods throw
 * {@link org.carrel.model.port.QueueUnavailableException} when the store fails.
 *
 * <p>
 * The library system counts each time it is told, so each item of a project is told of once, and a request of which
 * nobody knows whether it arrived is not repeated unless a person says so.
 */
public interface InventoryPush {

    /** Looks what a push would send and what it would leave out, and why. Changes nothing and sends nothing. */
    Planned plan(InventoryProject project, ItemSnapshot snapshot);

    /** The first requests that a push would send, at most {@code most}. */
    List<PushRequest> firstRequests(PushPlan plan, int most);

    /**
     * Writes what is planned down, as waiting, and tells of it item by item. Comes back when that is done, was
     * cancelled, or makes no sense any more. Whatever is not told then waits for the next push.
     *
     * @param monitor hears of progress, from several threads, and can cancel
     * @throws IllegalStateException when a push is running already; the message is a sentence
     */
    Pushed push(PushPlan plan, PushMonitor monitor);

    /** Whether a push is running now. */
    boolean isRunning();

    /**
     * How far the library system was told of a project, in the order in which items were planned. What was in flight
     * when the program died is of unknown outcome here.
     */
    List<WriteBackEntry> entries(InventoryProject project);

    /** What a person decides about entries. */
    enum Decision {
        /** What was refused, left out, or is of unknown outcome waits again, and may be counted twice. */
        TELL_AGAIN,
        /** What waits, was refused, or is of unknown outcome is not told, or not again. */
        LEAVE
    }

    /**
     * Carries out a decision for those of {@code entries} that it can be made for and that still stand as they are
     * given; the others stay as they are.
     *
     * @return how many it was carried out for
     */
    int decide(InventoryProject project, Collection<WriteBackEntry> entries, Decision decision);

    /** One for programs without services: measurements, tools. Only one at a time may work on a ledger. */
    static InventoryPush of(WriteBackLedger ledger, InventoryProjects projects, InventoryWriteBack system,
            CallNumbers numbers, AuditTrail audit, Branch branch) {
        return new PushService(ledger, projects, system, numbers, audit, branch, Clock.systemUTC(),
                Patience.STANDARD);
    }
}
