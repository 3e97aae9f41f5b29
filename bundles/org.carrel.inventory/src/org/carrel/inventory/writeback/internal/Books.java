/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback.internal;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.inventory.writeback.PushMonitor;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.inventory.WriteBackEntry.State;
import org.carrel.model.port.WriteBackLedger;
import org.carrel.model.port.WriteBackLedger.Change;

/** Writes down what becomes of entries, counts it and tells the monitor. Safe for use by several threads. */
final class Books {

    private final WriteBackLedger ledger;
    private final PushMonitor monitor;
    private final Clock clock;
    private final Map<State, Integer> counts = new EnumMap<>(State.class);
    private int gone;

    Books(WriteBackLedger ledger, PushMonitor monitor, Clock clock) {
        this.ledger = ledger;
        this.monitor = monitor;
        this.clock = clock;
    }

    /** A request is about to go out; empty when somebody decided otherwise meanwhile. */
    Optional<WriteBackEntry> inFlight(WriteBackEntry entry) {
        Optional<WriteBackEntry> sent = change(entry, State.IN_FLIGHT, "");
        if (sent.isEmpty()) {
            count(() -> gone++);
        }
        return sent;
    }

    /** It was surely not counted, and waits again. */
    WriteBackEntry back(WriteBackEntry sent, String detail) {
        return change(sent, State.WAITING, detail).orElse(sent);
    }

    /** The library system, or its silence, has the last word in this push. */
    void settled(WriteBackEntry sent, State to, String detail) {
        change(sent, to, detail).ifPresent(entry -> {
            count(() -> counts.merge(to, 1, Integer::sum));
            monitor.settled(entry);
        });
    }

    /** This push does not try it again; it waits. */
    void givenUp(WriteBackEntry waiting) {
        monitor.settled(waiting);
    }

    private Optional<WriteBackEntry> change(WriteBackEntry entry, State to, String detail) {
        String words = detail.length() <= WriteBackEntry.LONGEST_DETAIL ? detail
                : detail.substring(0, WriteBackEntry.LONGEST_DETAIL);
        Change change = new Change(entry.number(), entry.state(), to, words);
        if (!ledger.changeWriteBacks(List.of(change)).contains(entry.number())) {
            return Optional.empty();
        }
        int attempts = entry.attempts() + (to == State.IN_FLIGHT ? 1 : 0);
        return Optional.of(new WriteBackEntry(entry.number(), entry.project(), entry.item(), to, attempts,
                clock.instant(), words));
    }

    private synchronized void count(Runnable counting) {
        counting.run();
    }

    /** How many ended so. */
    synchronized int count(State state) {
        return counts.getOrDefault(state, 0);
    }

    /** How many somebody else settled meanwhile. */
    synchronized int gone() {
        return gone;
    }
}
