/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.carrel.model.port.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who want to hear of changes. {@link #publish} is called by the holder of the lock that orders the commits, so
 * that changes are heard in that order; an observer that changes the queue itself is heard after the change that it is
 * being told of.
 *
 * @param <C> what changes are told as
 */
public final class Observers<C> {

    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);

    private final List<Consumer<C>> observers = new CopyOnWriteArrayList<>();
    private final Deque<C> due = new ArrayDeque<>();
    private boolean delivering;

    public Subscription add(Consumer<C> observer) {
        // Wrapped, so that the same observer can be added twice and leaves once for each subscription.
        Consumer<C> entry = observer::accept;
        observers.add(entry);
        return () -> observers.remove(entry);
    }

    public void publish(C change) {
        due.add(change);
        if (delivering) {
            return;
        }
        delivering = true;
        try {
            for (C next = due.poll(); next != null; next = due.poll()) {
                for (Consumer<C> observer : observers) {
                    tell(observer, next);
                }
            }
        } finally {
            delivering = false;
        }
    }

    private static <C> void tell(Consumer<C> observer, C change) {
        try {
            observer.accept(change);
        } catch (RuntimeException | Error e) {
            // Errors too, SWT's among them: the change is committed, and whoever made it must get its answer.
            LOG.error("An observer failed on {}; what it was told of is committed",
                    change.getClass().getSimpleName(), e);
        }
    }
}
