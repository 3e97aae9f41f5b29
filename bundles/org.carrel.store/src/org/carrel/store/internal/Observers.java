/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.carrel.model.port.QueueChange;
import org.carrel.model.port.QueueObserver;
import org.carrel.model.port.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who want to hear of changes. {@link #publish} is called by the holder of the lock that orders the commits, so
 * that changes are heard in that order; an observer that changes the queue itself is heard after the change that it is
 * being told of.
 */
final class Observers {

    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);

    private final List<QueueObserver> observers = new CopyOnWriteArrayList<>();
    private final Deque<QueueChange> due = new ArrayDeque<>();
    private boolean delivering;

    Subscription add(QueueObserver observer) {
        // Wrapped, so that the same observer can be added twice and leaves once for each subscription.
        QueueObserver entry = observer::changed;
        observers.add(entry);
        return () -> observers.remove(entry);
    }

    void publish(QueueChange change) {
        due.add(change);
        if (delivering) {
            return;
        }
        delivering = true;
        try {
            for (QueueChange next = due.poll(); next != null; next = due.poll()) {
                for (QueueObserver observer : observers) {
                    tell(observer, next);
                }
            }
        } finally {
            delivering = false;
        }
    }

    private static void tell(QueueObserver observer, QueueChange change) {
        try {
            observer.changed(change);
        } catch (RuntimeException | Error e) {
            // Errors too, SWT's among them: the change is committed, and whoever made it must get its answer.
            LOG.error("An observer of the queue failed on {}; the queue itself is well",
                    change.getClass().getSimpleName(), e);
        }
    }
}
