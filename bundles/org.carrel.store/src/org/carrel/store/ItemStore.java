/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import java.io.IOException;
import java.time.Clock;
import java.util.function.Consumer;

import org.carrel.model.port.Branch;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.model.port.ItemSource;
import org.carrel.model.port.Subscription;
import org.carrel.store.internal.items.Snapshots;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The items of a branch on this machine: one immutable file for each import, in {@code items} in the branch's data
 * folder. Safe for use by several threads, and beside other processes on the same folder: {@link #current()} also finds
 * what another process imported. Nothing needs to be closed.
 */
@Component(service = ItemSnapshots.class)
public final class ItemStore implements ItemSnapshots {

    private final Snapshots snapshots;

    @Activate
    public ItemStore(@Reference Branch branch) {
        this(branch, Clock.systemUTC());
    }

    /** @param clock for the moment of an import */
    public ItemStore(Branch branch, Clock clock) {
        this.snapshots = new Snapshots(branch.dataFolder().resolve("items"), branch::dataKey, clock);
    }

    @Override
    public State current() {
        return snapshots.current();
    }

    @Override
    public Imported replace(ItemSource source, ShelfKeys keys, Monitor monitor) {
        return replace(source, keys, 0, monitor);
    }

    @Override
    public Imported replace(ItemSource source, ShelfKeys keys, long fewest, Monitor monitor) {
        return snapshots.replace(source, keys, fewest, monitor);
    }

    @Override
    public boolean isImporting() {
        return snapshots.isImporting();
    }

    @Override
    public void badRows(Consumer<ItemSource.BadRow> reader) throws IOException {
        snapshots.badRows(reader);
    }

    @Override
    public Subscription observe(Consumer<ItemSnapshot> observer) {
        return snapshots.observe(observer);
    }
}
