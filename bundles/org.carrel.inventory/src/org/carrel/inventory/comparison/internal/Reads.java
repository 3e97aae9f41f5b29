/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.comparison.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.Judging;
import org.carrel.inventory.comparison.ShelfRead;
import org.carrel.inventory.comparison.Stretch;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.port.ItemSnapshot;

/** What can be said of each read by itself. Not for use by several threads. */
public final class Reads {

    private final ScopedItems items;
    private final ItemSnapshot snapshot;
    private final Judging judging;
    private final Map<ItemBarcode, ShelfRead> first = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final BitSet seen = new BitSet();
    private final BitSet inScope = new BitSet();
    private int count;

    public Reads(ScopedItems items, Judging judging) {
        this.items = items;
        this.snapshot = items.snapshot();
        this.judging = judging;
    }

    /** Judges what was read at a stretch. */
    public void take(Stretch stretch) {
        Map<String, Segment> byLocation = new LinkedHashMap<>();
        for (ShelfRead read : stretch.reads()) {
            take(stretch, read, byLocation);
        }
        segments.addAll(byLocation.values());
    }

    private void take(Stretch stretch, ShelfRead read, Map<String, Segment> byLocation) {
        count++;
        ShelfRead before = first.putIfAbsent(read.barcode(), read);
        if (before != null) {
            findings.add(new Finding.DuplicateScan(read, before));
            return;
        }
        int[] numbers = numbers(read.barcode());
        if (numbers.length == 0) {
            findings.add(judging.ours().test(read.barcode()) ? new Finding.Uncataloged(read)
                    : new Finding.UnknownBarcode(read));
        } else if (numbers.length > 1) {
            // Which of them is here is not known, so none of them is missing.
            Arrays.stream(numbers).forEach(seen::set);
            findings.add(new Finding.DuplicateBarcode(read, Arrays.stream(numbers).mapToObj(snapshot::item).toList()));
        } else {
            judge(stretch, read, numbers[0], byLocation);
        }
    }

    private int[] numbers(ItemBarcode barcode) {
        int[] numbers = snapshot.numbersOf(barcode);
        Integer chosen = numbers.length > 1 ? judging.chosen().get(barcode) : null;
        return chosen != null && Arrays.stream(numbers).anyMatch(number -> number == chosen) ? new int[] { chosen }
                : numbers;
    }

    private void judge(Stretch stretch, ShelfRead read, int number, Map<String, Segment> byLocation) {
        seen.set(number);
        ItemGroup group = snapshot.groupOf(number);
        boolean here = stretch.location().isEmpty() || stretch.location().equals(group.location());
        if (!items.scope().branch().equals(group.branch())) {
            findings.add(new Finding.WrongBranch(read, snapshot.item(number)));
        } else if (!here || !items.scope().hasShelvesOf(group)) {
            findings.add(new Finding.WrongLocation(read, snapshot.item(number)));
        } else if (!items.isInRange(number)) {
            findings.add(new Finding.OutOfRange(read, snapshot.item(number)));
        } else if (items.scope().covers(group)) {
            inScope.set(number);
            byLocation.computeIfAbsent(group.location(), location -> new Segment(location, stretch.reach()))
                    .add(read, number);
        }
        if (!group.status().expectedOnShelf()) {
            findings.add(new Finding.WrongStatus(read, snapshot.item(number)));
        }
        addWhenEmpty(read, number);
    }

    private void addWhenEmpty(ShelfRead read, int number) {
        ItemRecord item = snapshot.item(number);
        if (item.callNumber().isBlank() && item.title().isBlank()) {
            findings.add(new Finding.Uncataloged(read));
        }
    }

    public List<Finding> findings() {
        return findings;
    }

    /** What was read of each shelving location at each stretch. */
    public List<Segment> segments() {
        return segments;
    }

    /** The numbers of the items that are not missing. */
    public BitSet seen() {
        return seen;
    }

    /** The numbers of the items that were read and are in the scope. */
    public BitSet inScope() {
        return inScope;
    }

    public int count() {
        return count;
    }
}
