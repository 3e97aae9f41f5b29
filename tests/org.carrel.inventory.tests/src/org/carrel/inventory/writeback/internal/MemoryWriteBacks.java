/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.carrel.model.ItemBarcode;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.inventory.WriteBackEntry.State;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.model.port.WriteBackLedger;

/** A ledger in memory, by the contract of the port, that can fail. */
final class MemoryWriteBacks implements WriteBackLedger {

    private final Clock clock;
    private final TreeMap<Long, WriteBackEntry> entries = new TreeMap<>();
    private Optional<Consumer<List<Change>>> before = Optional.empty();

    MemoryWriteBacks(Clock clock) {
        this.clock = clock;
    }

    /** Is told of changes before they are made, and can throw. */
    synchronized void before(Consumer<List<Change>> watcher) {
        before = Optional.of(watcher);
    }

    static QueueUnavailableException failed() {
        return new QueueUnavailableException("The disk is full.", null);
    }

    @Override
    public synchronized int addWriteBacks(long project, List<ItemBarcode> items) {
        if (items.size() > MOST_AT_ONCE) {
            throw new AssertionError(items.size() + " at once");
        }
        int added = 0;
        for (ItemBarcode item : items) {
            if (entries.values().stream().noneMatch(one -> one.project() == project && one.item().equals(item))) {
                long number = entries.size() + 1L;
                entries.put(number,
                        new WriteBackEntry(number, project, item, State.WAITING, 0, clock.instant(), ""));
                added++;
            }
        }
        return added;
    }

    @Override
    public synchronized List<WriteBackEntry> writeBacks(long project) {
        return new ArrayList<>(entries.values()).stream().filter(entry -> entry.project() == project).toList();
    }

    @Override
    public synchronized Set<Long> changeWriteBacks(List<Change> changes) {
        before.ifPresent(watcher -> watcher.accept(changes));
        Set<Long> changed = new HashSet<>();
        for (Change change : changes) {
            WriteBackEntry now = entries.get(change.number());
            if (now != null && now.state() == change.from()) {
                entries.put(now.number(), new WriteBackEntry(now.number(), now.project(), now.item(), change.to(),
                        now.attempts() + (change.to() == State.IN_FLIGHT ? 1 : 0), clock.instant(), change.detail()));
                changed.add(now.number());
            }
        }
        return changed;
    }
}
