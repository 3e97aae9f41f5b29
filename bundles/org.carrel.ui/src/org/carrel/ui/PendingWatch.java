/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.carrel.model.QueueEntry;
import org.carrel.model.Texts;
import org.carrel.model.TransactionState;
import org.carrel.model.port.QueueChange;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.Subscription;
import org.eclipse.swt.widgets.Control;

/**
 * How many transactions wait for an upload, and since when. A new scan only adds one; the store is asked again only
 * when rows changed or went, at most once at a time. UI thread only.
 */
public final class PendingWatch {

    /**
     * What waits.
     *
     * @param count  how many
     * @param oldest when the one that was recorded first happened; empty when there are none
     */
    public record Pending(int count, Optional<Instant> oldest) {

        /** A short sentence: how many, and since when. */
        public String sentence(Moments moments) {
            Texts texts = Texts.of(PendingWatch.class);
            return oldest.isEmpty() ? texts.get("pending.none")
                    : texts.get("pending.some", count, moments.inTable(oldest.get()));
        }
    }

    private static final Set<TransactionState> PENDING = Set.of(TransactionState.AWAITING_SYNC,
            TransactionState.IN_FLIGHT, TransactionState.COMMS_FAILURE);

    private final QueueView view;
    private final Background background;
    private final UiThread ui;
    private final Consumer<Pending> listener;
    private final ConcurrentLinkedQueue<QueueChange> arrived = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean draining = new AtomicBoolean();
    private Pending pending = new Pending(0, Optional.empty());
    private boolean asking;
    private boolean askAgain;

    /**
     * Watches for as long as {@code owner} lives.
     *
     * @param listener hears of the first count and of every change, on the UI thread
     */
    public PendingWatch(Control owner, QueueView view, Consumer<Pending> listener) {
        this.view = view;
        this.listener = listener;
        background = Background.of(owner, Texts.of(PendingWatch.class).get("pending.job"));
        ui = UiThread.of(owner);
        Subscription subscription = view.observe(this::arrive);
        owner.addDisposeListener(event -> subscription.close());
        ask();
    }

    /** What waits, as far as is known. */
    public Pending latest() {
        return pending;
    }

    private void arrive(QueueChange change) {
        arrived.add(change);
        if (draining.compareAndSet(false, true)) {
            ui.execute(this::drain);
        }
    }

    private void drain() {
        draining.set(false);
        Pending before = pending;
        boolean stale = false;
        for (QueueChange change = arrived.poll(); change != null; change = arrived.poll()) {
            if (change instanceof QueueChange.Added added && !asking) {
                pending = plus(added.entries());
            } else {
                stale |= change instanceof QueueChange.Added || change instanceof QueueChange.Updated
                        || change instanceof QueueChange.Removed;
            }
        }
        if (stale) {
            ask();
        }
        if (!pending.equals(before)) {
            listener.accept(pending);
        }
    }

    private Pending plus(List<QueueEntry> entries) {
        List<Instant> more = entries.stream().filter(entry -> entry.state().isPending())
                .map(entry -> entry.transaction().occurredAt()).toList();
        return new Pending(pending.count() + more.size(), pending.oldest().or(() -> more.stream().findFirst()));
    }

    private void ask() {
        if (asking) {
            askAgain = true;
            return;
        }
        asking = true;
        askAgain = false;
        background.compute(this::count, this::counted);
    }

    /**
     * In the order of recording, which the store has at hand: sorting a long queue by time would slow the start down.
     */
    private Optional<Pending> count() {
        try {
            long[] all = view.index(QueueQuery.all().withStates(PENDING).sortedBy(QueueQuery.Order.SEQUENCE, false));
            Optional<Instant> oldest = all.length == 0 ? Optional.empty()
                    : view.entries(all[0]).stream().map(entry -> entry.transaction().occurredAt()).findFirst();
            return Optional.of(new Pending(oldest.isEmpty() ? 0 : all.length, oldest));
        } catch (RuntimeException e) {
            Failures.log(PendingWatch.class, e);
            return Optional.empty();
        }
    }

    private void counted(Optional<Pending> found) {
        asking = false;
        if (found.isPresent()) {
            pending = found.get();
            listener.accept(pending);
        }
        if (askAgain) {
            ask();
        }
    }
}
