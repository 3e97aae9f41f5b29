/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.comparison.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.carrel.inventory.callnumber.CallNumbers;
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
    /** Whether items of a group are expected on the shelf: found out once for each. */
    private final Map<ItemGroup, Boolean> expected = new IdentityHashMap<>();
    private int count;

    public Reads(ScopedItems items, Judging judging) {
        this.items = items;
        this.snapshot = items.snapshot();
        this.judging = judging;
    }

    /**
     * What is said of one read.
     *
     * @param number   of the item, when it is known which one it is
     * @param inScope  whether it is in the scope and on the right shelves
     * @param findings about this read
     */
    public record Judged(OptionalInt number, boolean inScope, List<Finding> findings) {}

    /** Judges what was read at a stretch. */
    public void take(Stretch stretch) {
        Map<String, Segment> byLocation = new LinkedHashMap<>();
        for (ShelfRead read : stretch.reads()) {
            Judged judged = judge(stretch.location(), read);
            findings.addAll(judged.findings());
            if (judged.inScope()) {
                int number = judged.number().getAsInt();
                byLocation.computeIfAbsent(snapshot.groupOf(number).location(),
                        location -> new Segment(location, stretch.reach())).add(read, number);
            }
        }
        segments.addAll(byLocation.values());
    }

    /**
     * Judges one read, which is remembered: the next one with the same barcode is a duplicate.
     *
     * @param location where it was read; empty when nobody said
     */
    public Judged judge(String location, ShelfRead read) {
        count++;
        ShelfRead before = first.putIfAbsent(read.barcode(), read);
        if (before != null) {
            return unknown(new Finding.DuplicateScan(read, before));
        }
        int[] numbers = numbers(read.barcode());
        if (numbers.length == 0) {
            return unknown(judging.ours().test(read.barcode()) ? new Finding.Uncataloged(read)
                    : new Finding.UnknownBarcode(read));
        }
        if (numbers.length > 1) {
            // Which of them is here is not known, so none of them is missing.
            Arrays.stream(numbers).forEach(seen::set);
            return unknown(
                    new Finding.DuplicateBarcode(read, Arrays.stream(numbers).mapToObj(snapshot::item).toList()));
        }
        return judge(location, read, numbers[0]);
    }

    private static Judged unknown(Finding finding) {
        return new Judged(OptionalInt.empty(), false, List.of(finding));
    }

    private int[] numbers(ItemBarcode barcode) {
        int[] numbers = snapshot.numbersOf(barcode);
        Integer chosen = numbers.length > 1 ? judging.chosen().get(barcode) : null;
        return chosen != null && Arrays.stream(numbers).anyMatch(number -> number == chosen) ? new int[] { chosen }
                : numbers;
    }

    private Judged judge(String location, ShelfRead read, int number) {
        seen.set(number);
        List<Finding> found = new ArrayList<>();
        ItemGroup group = snapshot.groupOf(number);
        boolean here = location.isEmpty() || location.equals(group.location());
        boolean counts = false;
        if (!items.scope().branch().equals(group.branch())) {
            found.add(new Finding.WrongBranch(read, snapshot.item(number)));
        } else if (!here || !items.scope().hasShelvesOf(group)) {
            found.add(new Finding.WrongLocation(read, snapshot.item(number)));
        } else if (!items.isInRange(number)) {
            found.add(new Finding.OutOfRange(read, snapshot.item(number)));
        } else if (items.scope().covers(group)) {
            inScope.set(number);
            counts = true;
        }
        if (!expected.computeIfAbsent(group, one -> one.status().expectedOnShelf())) {
            found.add(new Finding.WrongStatus(read, snapshot.item(number)));
        }
        if (CallNumbers.maySayNothing(snapshot.shelfKey(number)) && saysNothing(snapshot.item(number))) {
            found.add(new Finding.Uncataloged(read));
        }
        return new Judged(OptionalInt.of(number), counts, found);
    }

    private static boolean saysNothing(ItemRecord item) {
        return item.callNumber().isBlank() && item.title().isBlank();
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
