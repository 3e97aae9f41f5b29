/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.comparison;

import java.util.List;
import java.util.Optional;

import org.carrel.inventory.callnumber.ShelfKey;
import org.carrel.inventory.comparison.internal.Reads;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.inventory.shelf.RunningOrder;
import org.carrel.model.ItemRecord;

/**
 * Judges each read when it comes, by the same rules as a {@link Comparison} does afterwards. One thread at a time; a
 * look-up may wait for the disk, so not the UI thread.
 */
public final class ShelfWatch {

    private final ScopedItems items;
    private final Reads reads;
    private final RunningOrder order = new RunningOrder();
    private String location = "";
    private boolean watchesOrder = true;

    public ShelfWatch(ScopedItems items, Judging judging) {
        this.items = items;
        this.reads = new Reads(items, judging);
    }

    /**
     * Begins another stretch: what comes now is not behind what came before.
     *
     * @param where the shelving location; empty when nobody said
     * @param reach see {@link Stretch#reach()}; what a wand reads is only checked for order afterwards
     */
    public void begin(String where, int reach) {
        location = where;
        watchesOrder = reach == 0;
        order.clear();
    }

    /** Judges one read. */
    public Verdict read(ShelfRead read) {
        Reads.Judged judged = reads.judge(location, read);
        if (judged.number().isEmpty()) {
            return new Verdict(read, Optional.empty(), judged.findings(), true);
        }
        int number = judged.number().getAsInt();
        ItemRecord item = items.snapshot().item(number);
        boolean inOrder = !judged.inScope() || !watchesOrder
                || order.add(ShelfKey.of(items.snapshot().shelfKey(number)));
        return new Verdict(read, Optional.of(item), List.copyOf(judged.findings()), inOrder);
    }
}
