/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import org.carrel.inventory.comparison.Comparison;
import org.carrel.inventory.comparison.ProjectReads;
import org.carrel.inventory.comparison.ShelfRead;
import org.carrel.inventory.comparison.Stretch;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;

/**
 * What is expected and what was read, side by side. Confined to one thread, which is not the UI thread: a million items
 * lie behind it. What it hands out is immutable.
 */
final class Shelf {

    /**
     * What came of reads that were recorded.
     *
     * @param entries what was read, in order
     * @param moved   a book read before that is the one to move now, when it was not before
     * @param strays  whether more books are to be moved than before
     */
    record Taken(List<Entry> entries, Optional<Entry> moved, boolean strays) {
        Taken {
            entries = List.copyOf(entries);
        }
    }

    /**
     * How far it is.
     *
     * @param read     how many of the items that are expected were seen
     * @param expected how many should be seen
     * @param problems how many of the rows somebody should look at, and of the books that were read and have no row
     * @param recorded how much was read in this session
     */
    record Progress(int read, int expected, int problems, int recorded) {}

    private final ReadLog log = new ReadLog();
    private final Optional<JudgedShelf> judged;

    private Shelf(Optional<JudgedShelf.Basis> basis) {
        judged = basis.map(one -> new JudgedShelf(one, log));
    }

    /** Nothing is known of any item: what is read is only listed. */
    static Shelf unjudged() {
        return new Shelf(Optional.empty());
    }

    /** Nothing was read yet. */
    static Shelf of(JudgedShelf.Basis basis) {
        return new Shelf(Optional.of(basis));
    }

    /**
     * Goes on from what was recorded.
     *
     * @param reads   of the whole project, in the order in which they were recorded
     * @param session whose reads are listed; what others read only counts as read
     */
    void goOn(List<InventoryRead> reads, OptionalLong session) {
        reads.stream().filter(read -> !isOf(session, read)).forEach(read -> judged.ifPresent(it -> it.others(read)));
        judged.ifPresent(it -> it.begin(""));
        reads.stream().filter(read -> isOf(session, read)).forEach(this::takeIn);
        judged.ifPresent(it -> it.order(log.size()));
    }

    private static boolean isOf(OptionalLong session, InventoryRead read) {
        return session.isPresent() && session.getAsLong() == read.session();
    }

    private void takeIn(InventoryRead read) {
        if (log.isNew(read)) {
            add(read);
        }
    }

    private void add(InventoryRead read) {
        Kind kind = read.mark().kind();
        if (kind == Kind.SHELF) {
            judged.ifPresent(it -> it.begin(read.mark().text()));
        } else if (kind == Kind.REACH) {
            judged.ifPresent(it -> it.reach(Integer.parseInt(read.mark().text())));
        }
        if (judged.isPresent() && kind == Kind.ITEM) {
            judged.get().read(read.mark());
        } else {
            judged.ifPresentOrElse(it -> it.say(read.mark()), () -> log.say(read.mark()));
        }
    }

    /** Takes in what was just recorded in this session, and judges it. */
    Taken take(List<InventoryRead> reads) {
        int first = log.size();
        reads.forEach(this::takeIn);
        Optional<JudgedShelf.Moves> moves = judged.map(it -> it.order(first));
        // What was on the disk when the shelf was made from it is here already, and yet nobody has heard of it.
        return new Taken(reads.stream().flatMap(read -> log.of(read).stream()).toList(),
                moves.flatMap(JudgedShelf.Moves::moved),
                moves.map(JudgedShelf.Moves::strays).orElse(false));
    }

    /**
     * Takes over what a comparison of the whole project found, unless it is older than what is here.
     *
     * @param whole whether all of the scope was read, so that whatever was not is missing
     * @return whether it did
     */
    boolean compared(Comparison comparison, ProjectReads reads, boolean whole) {
        if (judged.isEmpty() || !isOfNow(reads)) {
            return false;
        }
        judged.get().compared(comparison, reads.notFound(), whole);
        return true;
    }

    /** What was read last here must be among what was compared. */
    private boolean isOfNow(ProjectReads reads) {
        for (int index = log.size() - 1; index >= 0; index--) {
            Entry entry = log.get(index);
            if (entry.isOnShelf()) {
                return reads.stretches().stream().map(Stretch::reads).filter(all -> !all.isEmpty()).map(List::getLast)
                        .anyMatch(last -> isThat(last, entry));
            }
        }
        return true;
    }

    private static boolean isThat(ShelfRead read, Entry entry) {
        return read.barcode().value().equals(entry.mark().text()) && read.at().equals(entry.mark().at());
    }

    /** What {@code mark} is about, without taking it in. */
    Entry describe(Mark mark) {
        Optional<Entry> about = mark.kind().isOfItem() ? log.firstOf(mark.text()) : log.about();
        return about.map(one -> new Entry(0, mark, one.item(), one.row(), List.of(), true, "", ""))
                .orElseGet(() -> judged.map(it -> it.describe(mark)).orElseGet(() -> Entry.of(0, mark)));
    }

    /** How many items are in the scope; 0 when nothing is known of them. */
    int expectedSize() {
        return judged.map(JudgedShelf::size).orElse(0);
    }

    /** Rows of what is expected, as many as there are. */
    List<ExpectedRow> expected(int from, int count) {
        return judged.map(it -> IntStream.range(Math.max(0, from), Math.min(it.size(), from + count))
                .mapToObj(it::row).toList()).orElse(List.of());
    }

    int readSize() {
        return log.size();
    }

    /** What was read, as much as there is. */
    List<Entry> read(int from, int count) {
        return log.page(Math.max(0, from), count);
    }

    /** The first time that the item of that row was read here. */
    OptionalInt entryOf(int row) {
        return expected(row, 1).stream().flatMap(one -> log.firstOf(one.item().barcode().value()).stream())
                .mapToInt(Entry::index).findFirst();
    }

    /** The next row that somebody should look at; see {@link RowStates#problem}. */
    OptionalInt problem(int from, int step) {
        return judged.map(it -> it.problem(from, step)).orElse(OptionalInt.empty());
    }

    /** Where somebody is: the row of the book that was read last, if any was. */
    OptionalInt position() {
        for (int index = log.size() - 1; index >= log.stretch(); index--) {
            if (log.get(index).row().isPresent()) {
                return log.get(index).row();
            }
        }
        return OptionalInt.empty();
    }

    Progress progress() {
        return judged.map(it -> it.progress(log.size())).orElse(new Progress(0, 0, 0, log.size()));
    }

    /** The shelf as it stands before the one who reads. */
    Picture picture() {
        List<Entry> stretch = new ArrayList<>();
        for (int index = log.size() - 1; index >= log.stretch() && stretch.size() < Picture.BEHIND; index--) {
            stretch.addFirst(log.get(index));
        }
        return judged.map(it -> it.picture(stretch)).orElseGet(() -> Picture.unjudged(stretch));
    }
}
