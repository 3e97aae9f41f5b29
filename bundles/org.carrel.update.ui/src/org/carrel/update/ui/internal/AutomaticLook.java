/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.ui.internal;

import java.util.Objects;

import org.carrel.model.UpdateRules.Look;
import org.carrel.model.port.ConnectionState;
import org.carrel.model.port.Reachability;
import org.carrel.model.port.Subscription;

/**
 * Looks for updates when the branch and the workstation want that, and when the desk is on line: at the first moment
 * since the start that it is, and for {@code daily} again at each such moment that is a day later. While the desk is
 * off line, nothing is asked. Safe for use by several threads.
 */
final class AutomaticLook implements AutoCloseable {

    private final Look when;
    private final LookMemory memory;
    private final Runnable look;
    private final ConnectionState connection;
    private final Subscription subscription;
    private boolean looked;

    AutomaticLook(Look when, LookMemory memory, ConnectionState connection, Runnable look) {
        this.when = Objects.requireNonNull(when, "when");
        this.memory = memory;
        this.look = look;
        this.connection = connection;
        this.subscription = connection.observe(this::seen);
        tick();
    }

    /** To be called now and then: a day may pass while nobody looks at the connection. */
    void tick() {
        connection.latest().ifPresent(this::seen);
    }

    private synchronized void seen(Reachability state) {
        if (state.reachable() && memory.isLookWanted() && isDue()) {
            looked = true;
            memory.looked();
            look.run();
        }
    }

    private boolean isDue() {
        return switch (when) {
            case NEVER -> false;
            case AT_START -> !looked;
            case DAILY -> memory.isDayOld();
        };
    }

    @Override
    public void close() {
        subscription.close();
    }
}
