/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.carrel.model.QueueEntry;
import org.carrel.model.port.QueueChange;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.Subscription;

/**
 * The rows of a long table: the index of all that match, the entries of those that are looked at, and what happens to
 * them meanwhile. Knows nothing of widgets. Confined to one thread, the UI's; the store is asked on another.
 *
 * <p>
 * In the order of recording, a committed change is applied to the index in memory, so that a row is there as soon as it
 * was committed however long the table is. In every other order the index is asked for afresh, at most one at a time.
 */
public final class QueueRows {

    /** How many rows are asked for at once. */
    static final int PAGE = 100;

    private static final int KEPT = 4_000;
    /** More changes at once than this are shown by drawing afresh. */
    private static final int FEW = 50;

    /** Hears what to draw. Called on the UI thread. */
    public interface Watcher {
        /** Everything may be different: draw all of it. */
        void refreshed();

        /** One row came in at {@code row}. */
        void inserted(int row);

        /** The row at {@code row} went. */
        void removed(int row);

        /** The rows from {@code first} to {@code last} can be drawn now, or afresh. */
        void changed(int first, int last);

        /** The store could not be read; what is shown may be old. */
        void failed(RuntimeException why);
    }

    private final QueueView view;
    private final Executor background;
    private final Executor ui;
    private final Watcher watcher;

    private final Map<Long, QueueEntry> entries = new LinkedHashMap<>(512, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, QueueEntry> eldest) {
            return size() > KEPT;
        }
    };
    private final Set<Long> asked = new HashSet<>();
    private final Queue<QueueChange> arrived = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final Queue<QueueChange> duringLoad = new ArrayDeque<>();

    private QueueQuery query = QueueQuery.all();
    private SequenceList rows = SequenceList.EMPTY;
    private Subscription subscription = () -> {
    };
    private boolean loading;
    private boolean loadAgain;

    /**
     * @param background where the store is asked
     * @param ui         the thread that this object belongs to, in order
     */
    public QueueRows(QueueView view, Executor background, Executor ui, Watcher watcher) {
        this.view = view;
        this.background = background;
        this.ui = ui;
        this.watcher = watcher;
    }

    /** Starts to follow the queue. */
    public void open(QueueQuery first) {
        query = first;
        subscription = view.observe(this::arrive);
        load();
    }

    /** Ends following it. */
    public void close() {
        subscription.close();
    }

    public QueueQuery query() {
        return query;
    }

    /** Shows other rows, or the same in another order. */
    public void show(QueueQuery other) {
        if (!other.equals(query)) {
            query = other;
            load();
        }
    }

    public int size() {
        return rows.size();
    }

    public long sequence(int row) {
        return rows.get(row);
    }

    /** Where the row with this sequence is now, or -1. */
    public int rowOf(long sequence) {
        return rows.indexOf(sequence);
    }

    /** The row, if it is here; otherwise it is asked for, and {@link Watcher#changed} says when it came. */
    public Optional<QueueEntry> entry(int row) {
        Optional<QueueEntry> here = present(row);
        if (here.isEmpty()) {
            ask(row);
        }
        return here;
    }

    /** The row, if it is here; asks for nothing. */
    public Optional<QueueEntry> present(int row) {
        return row < 0 || row >= rows.size() ? Optional.empty() : Optional.ofNullable(entries.get(rows.get(row)));
    }

    private void ask(int row) {
        int first = row / PAGE * PAGE;
        int end = Math.min(first + PAGE, rows.size());
        long[] wanted = IntStream.range(first, end).mapToLong(rows::get)
                .filter(sequence -> !entries.containsKey(sequence) && asked.add(sequence)).toArray();
        if (wanted.length > 0) {
            inBackground(() -> view.entries(wanted), found -> receive(wanted, found), () -> forget(wanted));
        }
    }

    private void receive(long[] wanted, List<QueueEntry> found) {
        forget(wanted);
        found.forEach(entry -> entries.putIfAbsent(entry.sequence(), entry));
        int[] at = found.stream().mapToInt(entry -> rows.indexOf(entry.sequence())).filter(row -> row >= 0).toArray();
        if (at.length > 0) {
            watcher.changed(Arrays.stream(at).min().getAsInt(), Arrays.stream(at).max().getAsInt());
        }
    }

    private void forget(long[] wanted) {
        for (long sequence : wanted) {
            asked.remove(sequence);
        }
    }

    private void load() {
        if (loading) {
            loadAgain = true;
            return;
        }
        loading = true;
        loadAgain = false;
        QueueQuery wanted = query;
        inBackground(() -> view.index(wanted), index -> loaded(wanted, index), this::loadFailed);
    }

    private void loaded(QueueQuery wanted, long[] index) {
        loading = false;
        if (wanted.equals(query)) {
            rows = SequenceList.of(index, inRecordedOrder(), query.descending());
            List<QueueChange> missed = List.copyOf(duringLoad);
            duringLoad.clear();
            if (inRecordedOrder()) {
                missed.forEach(change -> apply(change, new ArrayList<>()));
            }
            watcher.refreshed();
        }
        if (loadAgain) {
            load();
        }
    }

    private void loadFailed() {
        loading = false;
        duringLoad.clear();
        if (loadAgain) {
            load();
        }
    }

    private void arrive(QueueChange change) {
        arrived.add(change);
        if (draining.compareAndSet(false, true)) {
            ui.execute(this::drain);
        }
    }

    /** All that arrived since the last time, in one go: a thousand commits a second are one redraw. */
    private void drain() {
        draining.set(false);
        List<Runnable> drawings = new ArrayList<>();
        boolean structure = false;
        for (QueueChange change = arrived.poll(); change != null; change = arrived.poll()) {
            remember(change);
            if (loading) {
                duringLoad.add(change);
            }
            if (inRecordedOrder()) {
                apply(change, drawings);
            } else if (touchesRows(change)) {
                structure = true;
            }
        }
        if (structure) {
            load();
        }
        if (drawings.size() > FEW || structure) {
            watcher.refreshed();
        } else {
            drawings.forEach(Runnable::run);
        }
    }

    private void remember(QueueChange change) {
        switch (change) {
            case QueueChange.Added added -> added.entries().forEach(entry -> entries.put(entry.sequence(), entry));
            case QueueChange.Updated updated -> updated.entries()
                    .forEach(entry -> entries.replace(entry.sequence(), entry));
            case QueueChange.Removed removed -> removed.entries().forEach(entry -> entries.remove(entry.sequence()));
            case QueueChange.UploadsChanged ignored -> {
            }
            case QueueChange.HealthChanged ignored -> {
            }
        }
    }

    private static boolean touchesRows(QueueChange change) {
        return !(change instanceof QueueChange.UploadsChanged) && !(change instanceof QueueChange.HealthChanged);
    }

    /**
     * Applies a change to the index at once and adds what is to be drawn. The drawings run in order, each against the
     * table as the one before left it, so each keeps the row it was made for.
     */
    private void apply(QueueChange change, List<Runnable> drawings) {
        switch (change) {
            case QueueChange.Added added -> added.entries().forEach(entry -> place(entry, drawings));
            case QueueChange.Updated updated -> updated.entries().forEach(entry -> place(entry, drawings));
            case QueueChange.Removed removed -> removed.entries().forEach(entry -> take(entry, drawings));
            case QueueChange.UploadsChanged ignored -> {
            }
            case QueueChange.HealthChanged ignored -> {
            }
        }
    }

    private void place(QueueEntry entry, List<Runnable> drawings) {
        int row = rows.indexOf(entry.sequence());
        if (!RowFilter.accepts(query, entry)) {
            take(entry, drawings);
        } else if (row >= 0) {
            drawings.add(() -> watcher.changed(row, row));
        } else {
            SequenceList.Change inserted = rows.with(entry.sequence());
            rows = inserted.list();
            drawings.add(() -> watcher.inserted(inserted.row()));
        }
    }

    private void take(QueueEntry entry, List<Runnable> drawings) {
        int row = rows.indexOf(entry.sequence());
        if (row >= 0) {
            rows = rows.without(row);
            drawings.add(() -> watcher.removed(row));
        }
    }

    private boolean inRecordedOrder() {
        return query.order() == QueueQuery.Order.SEQUENCE;
    }

    private <T> void inBackground(Supplier<T> question, Consumer<T> then, Runnable otherwise) {
        background.execute(() -> {
            try {
                T answer = question.get();
                ui.execute(() -> then.accept(answer));
            } catch (RuntimeException e) {
                ui.execute(() -> {
                    otherwise.run();
                    watcher.failed(e);
                });
            }
        });
    }
}
