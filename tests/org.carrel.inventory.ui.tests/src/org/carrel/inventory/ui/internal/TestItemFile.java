/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.model.port.ItemSource;
import org.carrel.model.port.ItemSource.BadRow;
import org.carrel.model.port.Subscription;

/** Item snapshots that are in memory: what {@link #next} says becomes of an import. */
public final class TestItemFile implements ItemSnapshots {

    public static final LocalDate DAY = LocalDate.of(2026, 11, 15);

    private final List<Consumer<ItemSnapshot>> observers = new CopyOnWriteArrayList<>();
    private volatile State state = new State.None();
    private UnaryOperator<Imported> ending = UnaryOperator.identity();
    private List<BadRow> badRows = List.of();
    private boolean watched;

    /** Items of MAIN: call numbers QA1 to QA<i>count</i> in the stacks, every tenth on loan, and two in reference. */
    public static List<ItemRecord> books(int count) {
        List<ItemRecord> books = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            books.add(item(i, "QA" + i, "Stacks", i % 10 == 0 ? "ON_LOAN" : "AVAILABLE", "BOOK"));
        }
        books.add(item(count + 1, "AE1", "Reference", "AVAILABLE", "BOOK"));
        books.add(item(count + 2, "AE2", "Reference", "LOST", "DVD"));
        return books;
    }

    public static ItemRecord item(int number, String callNumber, String location, String status, String type) {
        return ItemRecord.of(new ItemBarcode(String.format(Locale.ROOT, "3000000000%04d", number)),
                "Title " + number, callNumber, new ItemGroup("OCLC", "MAIN", location, "", type, "Book", status));
    }

    /** There is this one from now on; observers hear of it. */
    public TestItemFile has(ItemSnapshot snapshot) {
        state = new State.Ready(snapshot);
        observers.forEach(observer -> observer.accept(snapshot));
        return this;
    }

    public TestItemFile is(State other) {
        state = other;
        return this;
    }

    /** The next import reads its source and then ends like this. */
    public TestItemFile next(Imported how) {
        ending = ignored -> how;
        return this;
    }

    public TestItemFile hasBadRows(List<BadRow> rows) {
        badRows = rows;
        return this;
    }

    /** Whether the last import asked somebody whether to stop. */
    public boolean isWatched() {
        return watched;
    }

    @Override
    public State current() {
        return state;
    }

    @Override
    public Imported replace(ItemSource source, ShelfKeys keys, Monitor monitor) {
        return replace(source, keys, 0, monitor);
    }

    @Override
    public Imported replace(ItemSource source, ShelfKeys keys, long fewest, Monitor monitor) {
        monitor.progress(1, 2);
        watched = true;
        if (monitor.isCancelled()) {
            return new Imported.Cancelled();
        }
        monitor.progress(2, 2);
        List<ItemRecord> items = books(20);
        Imported done = new Imported.Done(new ShelfItems(items, new PlainNumbers()), Map.of());
        Imported end = ending.apply(done);
        if (end instanceof Imported.Done imported) {
            has(imported.snapshot());
        }
        return end;
    }

    @Override
    public boolean isImporting() {
        return false;
    }

    @Override
    public void badRows(Consumer<BadRow> reader) throws IOException {
        badRows.forEach(reader);
    }

    @Override
    public Subscription observe(Consumer<ItemSnapshot> observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }
}
