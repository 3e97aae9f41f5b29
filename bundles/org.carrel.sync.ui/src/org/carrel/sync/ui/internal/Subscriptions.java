/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.util.ArrayDeque;
import java.util.Deque;

import org.carrel.model.port.Subscription;

/** What a view listens to, to be ended together in the reverse order. UI thread only. */
final class Subscriptions {

    private final Deque<Subscription> open = new ArrayDeque<>();

    Subscription add(Subscription subscription) {
        open.push(subscription);
        return subscription;
    }

    <T> Reload<T> add(Reload<T> reload) {
        open.push(reload::close);
        return reload;
    }

    void close() {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
