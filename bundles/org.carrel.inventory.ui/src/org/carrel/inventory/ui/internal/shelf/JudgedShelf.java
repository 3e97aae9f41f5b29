/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

import org.carrel.inventory.callnumber.ShelfKey;
import org.carrel.inventory.comparison.Comparison;
import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.Judging;
import org.carrel.inventory.comparison.ShelfRead;
import org.carrel.inventory.comparison.ShelfWatch;
import org.carrel.inventory.comparison.Verdict;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.inventory.shelf.Misplaced;
import org.carrel.inventory.shelf.ShelfOrder;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemRecord;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.port.ItemSnapshot;

/**
 * Judges what is read: each read by a {@link ShelfWatch}, the order of the last ones by a {@link Tail}, and all of it
 * again when a {@link Comparison} comes. Confined to one thread.
 */
final class JudgedShelf {

    /**
     * What it judges by.
     *
     * @param items   what is expected
     * @param judging the branch's rules
     * @param person  who reads
     */
    record Basis(ScopedItems items, Judging judging, String person) {}

    /**
     * What changed in the order.
     *
     * @param moved  a book read before that is the one to move now
     * @param strays whether more books are to be moved than before
     */
    record Moves(Optional<Entry> moved, boolean strays) {}

    private final Basis basis;
    private final ItemSnapshot snapshot;
    private final ReadLog log;
    private final ScopeRows rows;
    private final RowStates states;
    private final ShelfWatch watch;
    private final Tail tail = new Tail();
    /** Which rows are missing because of what is in the tail. */
    private final BitSet between = new BitSet();
    /** Barcodes that were read, stand in no row, and of which something is to be said. */
    private final Set<String> foreign = new HashSet<>();
    private String location = "";
    private int reach;
    private int strays;

    JudgedShelf(Basis basis, ReadLog log) {
        this.basis = basis;
        this.log = log;
        snapshot = basis.items().snapshot();
        rows = ScopeRows.of(basis.items());
        states = new RowStates(basis.items(), rows);
        watch = new ShelfWatch(basis.items(), basis.judging());
    }

    int size() {
        return rows.size();
    }

    ExpectedRow row(int row) {
        return new ExpectedRow(row, rows.item(row), states.get(row), states.note(row));
    }

    OptionalInt problem(int from, int step) {
        return states.problem(from, step);
    }

    /** Another stretch: what comes now is not behind what came before. */
    void begin(String where) {
        location = where;
        watch.begin(location, reach);
        tail.clear();
        between.clear();
        strays = 0;
    }

    /** What comes now is read by a device that reads so far out of order; see {@link ShelfOrder}. */
    void reach(int books) {
        if (books != reach) {
            reach = books;
            begin(location);
        }
    }

    /** What somebody else read: it is read, and says nothing of this stretch. */
    void others(InventoryRead read) {
        Mark mark = read.mark();
        if (mark.kind() == Kind.SHELF) {
            watch.begin(mark.text(), 0);
        } else if (mark.kind() == Kind.ITEM) {
            Verdict verdict = watch.read(new ShelfRead(new ItemBarcode(mark.text()), mark.at(), ""));
            row(mark).ifPresentOrElse(row -> states.set(row, state(verdict.findings())),
                    () -> foreign(mark, verdict.findings()));
        } else {
            mark(mark);
        }
    }

    /** Reads one book. Its order is known after {@link #order}. */
    Entry read(Mark mark) {
        Verdict verdict = watch.read(new ShelfRead(new ItemBarcode(mark.text()), mark.at(), basis.person()));
        Optional<ItemRecord> item = verdict.item().or(() -> only(new ItemBarcode(mark.text())).map(snapshot::item));
        OptionalInt row = row(mark);
        Entry entry = new Entry(log.size(), mark, item, row, verdict.findings(), true, "", "");
        log.add(entry);
        if (row.isEmpty()) {
            foreign(mark, verdict.findings());
        }
        if (row.isPresent() && !entry.has(Finding.Kind.DUPLICATE_SCAN)) {
            RowState state = state(verdict.findings());
            states.set(row.getAsInt(), state);
            if (state != RowState.ELSEWHERE) {
                int number = rows.number(row.getAsInt());
                tail.add(new Tail.Book(entry.index(), number, row.getAsInt(), ShelfKey.of(snapshot.shelfKey(number))));
            }
        }
        return entry;
    }

    private void foreign(Mark mark, List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.kind() != Finding.Kind.DUPLICATE_SCAN)) {
            foreign.add(mark.text());
        }
    }

    /** Something that is no book on the shelf. */
    Entry say(Mark mark) {
        mark(mark);
        if (mark.kind().isOfItem()) {
            Entry entry = describe(mark);
            log.add(entry);
            return entry;
        }
        return log.say(mark);
    }

    Entry describe(Mark mark) {
        return mark.kind().isOfItem()
                ? new Entry(log.size(), mark, only(new ItemBarcode(mark.text())).map(snapshot::item), row(mark),
                        List.of(), true, "", "")
                : Entry.of(log.size(), mark);
    }

    private void mark(Mark mark) {
        OptionalInt row = mark.kind().isOfItem() ? row(mark) : OptionalInt.empty();
        if (row.isEmpty() || states.get(row.getAsInt()).isHere() && states.get(row.getAsInt()) != RowState.FOUND) {
            return;
        }
        if (mark.kind() == Kind.FOUND) {
            states.set(row.getAsInt(), RowState.FOUND);
        } else if (mark.kind() == Kind.NOT_FOUND) {
            states.set(row.getAsInt(), RowState.NOT_FOUND);
        }
    }

    /** The number of the item with that barcode, when it is one only. */
    private Optional<Integer> only(ItemBarcode barcode) {
        int[] numbers = snapshot.numbersOf(barcode);
        if (numbers.length == 1) {
            return Optional.of(numbers[0]);
        }
        Integer chosen = basis.judging().chosen().get(barcode);
        return Optional.ofNullable(chosen).filter(one -> Arrays.stream(numbers).anyMatch(number -> number == one));
    }

    private OptionalInt row(Mark mark) {
        return row(new ItemBarcode(mark.text()));
    }

    private OptionalInt row(ItemBarcode barcode) {
        return only(barcode).map(rows::rowOf).orElse(OptionalInt.empty());
    }

    private static RowState state(List<Finding> findings) {
        Set<Finding.Kind> kinds = new HashSet<>();
        findings.forEach(finding -> kinds.add(finding.kind()));
        if (kinds.contains(Finding.Kind.WRONG_LOCATION)) {
            return RowState.ELSEWHERE;
        }
        return kinds.contains(Finding.Kind.WRONG_STATUS) ? RowState.WRONG_STATUS : RowState.READ;
    }

    /**
     * Finds the books to move among the last ones, and what is missing between those in order.
     *
     * @param first the first entry that is new
     */
    Moves order(int first) {
        if (tail.isEmpty()) {
            return new Moves(Optional.empty(), false);
        }
        Tail.Order order = tail.order(reach);
        Map<Integer, Misplaced> moves = new HashMap<>();
        order.moves().forEach(move -> moves.put(move.place(), move));
        Optional<Entry> moved = Optional.empty();
        for (int place = 0; place < order.books().size(); place++) {
            Tail.Book book = order.books().get(place);
            Entry before = log.get(book.entry());
            Misplaced move = moves.get(place);
            if (move != null) {
                String where = Belongs.where(snapshot, order, move);
                Entry now = before.outOfOrder(where);
                log.replace(now);
                states.set(book.row(), RowState.MISPLACED, where);
                moved = before.inOrder() && book.entry() < first ? Optional.of(now) : moved;
            } else if (!before.inOrder()) {
                log.replace(before.putInOrder());
                states.set(book.row(), state(before.findings()));
            }
        }
        cover(order, moves);
        boolean more = moves.size() > strays;
        strays = moves.size();
        return new Moves(moved, more);
    }

    /** What was not read between two books in order is missing, unless it is too much. */
    private void cover(Tail.Order order, Map<Integer, Misplaced> moves) {
        int[] inOrder = IntStream.range(0, order.books().size()).filter(place -> !moves.containsKey(place))
                .map(place -> order.books().get(place).row()).sorted().toArray();
        // A book that turned out to be misplaced covers nothing any more. What is further back is settled.
        between.stream().filter(row -> row > inOrder[0] && states.get(row) == RowState.MISSING)
                .forEach(row -> states.set(row, RowState.UNREAD));
        between.clear();
        for (int i = 1; i < inOrder.length; i++) {
            if (inOrder[i] - inOrder[i - 1] - 1 <= basis.judging().longestGap()) {
                IntStream.range(inOrder[i - 1] + 1, inOrder[i]).filter(row -> states.get(row) == RowState.UNREAD)
                        .forEach(row -> {
                            states.set(row, RowState.MISSING);
                            between.set(row);
                        });
            }
        }
    }

    /** All of the project was compared: that is what counts. */
    void compared(Comparison comparison, Set<ItemBarcode> notFound, boolean whole) {
        states.replace(RowState.MISPLACED, RowState.READ);
        states.replace(RowState.MISSING, RowState.UNREAD);
        comparison.inventoried().mapToObj(rows::rowOf).flatMapToInt(OptionalInt::stream)
                .filter(row -> !states.get(row).isHere()).forEach(row -> states.set(row, RowState.READ));
        if (whole) {
            // There may be a million of them: nobody looks each one up.
            states.replace(RowState.UNREAD, RowState.MISSING);
            notFound.stream().map(this::row).flatMapToInt(OptionalInt::stream)
                    .filter(row -> !states.get(row).isHere()).forEach(row -> states.set(row, RowState.NOT_FOUND));
        }
        Map<String, String> belongs = new HashMap<>();
        for (Finding finding : comparison.findings()) {
            switch (finding) {
                case Finding.Misplaced one -> {
                    String where = Belongs.where(one);
                    belongs.put(one.read().barcode().value(), where);
                    rowOf(one.item()).ifPresent(row -> states.set(row, RowState.MISPLACED, where));
                }
                case Finding.Missing one when whole -> {
                    // Said above.
                }
                case Finding.Missing one -> rowOf(one.item()).filter(row -> !states.get(row).isHere())
                        .ifPresent(row -> states.set(row, notFound.contains(one.item().barcode()) ? RowState.NOT_FOUND
                                : RowState.MISSING));
                case Finding.WrongStatus one -> rowOf(one.item())
                        .filter(row -> states.get(row) == RowState.READ)
                        .ifPresent(row -> states.set(row, RowState.WRONG_STATUS));
                default -> {
                    // Said of what is no row here.
                }
            }
        }
        for (int index = 0; index < log.size(); index++) {
            mend(log.get(index), Optional.ofNullable(belongs.get(log.get(index).mark().text())));
        }
    }

    private void mend(Entry entry, Optional<String> where) {
        boolean counts = entry.isOnShelf() && !entry.has(Finding.Kind.DUPLICATE_SCAN);
        if (counts && where.isPresent() && !where.get().equals(entry.belongs())) {
            log.replace(entry.outOfOrder(where.get()));
        } else if (counts && where.isEmpty() && !entry.inOrder()) {
            log.replace(entry.putInOrder());
        }
    }

    private Optional<Integer> rowOf(ItemRecord item) {
        return Arrays.stream(snapshot.numbersOf(item.barcode())).filter(number -> snapshot.item(number).equals(item))
                .mapToObj(rows::rowOf).flatMapToInt(OptionalInt::stream).boxed().findFirst();
    }

    Shelf.Progress progress(int recorded) {
        int here = 0;
        int problems = 0;
        for (RowState state : RowState.values()) {
            here += state.isHere() ? states.count(state) : 0;
            problems += state.isProblem() ? states.count(state) : 0;
        }
        return new Shelf.Progress(here - states.surprises(), states.expected(), problems + foreign.size(), recorded);
    }

    Picture picture(List<Entry> stretch) {
        return Picture.of(stretch, this, basis.judging().longestGap());
    }
}
