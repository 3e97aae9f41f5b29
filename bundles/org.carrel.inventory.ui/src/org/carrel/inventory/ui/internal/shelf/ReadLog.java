/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;

/** What was read in this session, in the order in which it was recorded. One thread. */
final class ReadLog {

    private final List<Entry> entries = new ArrayList<>();
    /** Where a barcode was read first. */
    private final Map<String, Integer> first = new HashMap<>();
    private OptionalInt about = OptionalInt.empty();
    private int stretch;
    /** Of the reads that the entries were made of: ascending. */
    private final List<Long> sequences = new ArrayList<>();

    int size() {
        return entries.size();
    }

    Entry get(int index) {
        return entries.get(index);
    }

    /** The entries from {@code from} on, as many as there are, but at most {@code count}. */
    List<Entry> page(int from, int count) {
        int end = Math.min(entries.size(), from + count);
        return from >= end ? List.of() : List.copyOf(entries.subList(from, end));
    }

    void add(Entry entry) {
        entries.add(entry);
        Kind kind = entry.mark().kind();
        if (kind == Kind.ITEM) {
            first.putIfAbsent(entry.mark().text(), entry.index());
        }
        if (kind == Kind.SHELF || kind == Kind.REACH) {
            stretch = entries.size();
        } else if (kind.isOfItem()) {
            about = OptionalInt.of(entry.index());
        }
    }

    /** Puts {@code entry} in the place of the one with its index. */
    void replace(Entry entry) {
        entries.set(entry.index(), entry);
    }

    /** Where the barcode was read first in this session. */
    Optional<Entry> firstOf(String barcode) {
        return Optional.ofNullable(first.get(barcode)).map(entries::get);
    }

    /** The first entry of the stretch that is being read. */
    int stretch() {
        return stretch;
    }

    /** Whether that one is not here yet; notes that its entry is the next to be added. */
    boolean isNew(InventoryRead read) {
        if (!sequences.isEmpty() && sequences.getLast() >= read.sequence()) {
            return false;
        }
        sequences.add(read.sequence());
        return true;
    }

    /** The entry that was made of that read. */
    Optional<Entry> of(InventoryRead read) {
        int index = Collections.binarySearch(sequences, read.sequence());
        return index < 0 ? Optional.empty() : Optional.of(entries.get(index));
    }

    /** What a condition that comes now is about. */
    Optional<Entry> about() {
        return about.isEmpty() ? Optional.empty() : Optional.of(entries.get(about.getAsInt()));
    }

    /** Adds something that is no item on the shelf, and tells what it is about. */
    Entry say(Mark mark) {
        Entry entry = Entry.of(entries.size(), mark);
        if (mark.kind() == Kind.CONDITION && about().isPresent()) {
            Entry item = about().get().withCondition(mark.text());
            replace(item);
            entry = new Entry(entry.index(), mark, item.item(), item.row(), List.of(), true, "", mark.text());
        }
        add(entry);
        return entry;
    }
}
