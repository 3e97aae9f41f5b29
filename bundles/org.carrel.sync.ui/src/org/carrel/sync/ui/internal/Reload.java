/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.carrel.model.port.QueueUnavailableException;

/**
 * Keeps a view up to date without ever reading on the UI thread. However often it is asked, one reading runs at a time,
 * at most one more waits, and the results are shown in order. Safe for use by several threads.
 *
 * @param <T> what is read; immutable
 */
final class Reload<T> implements AutoCloseable {

    private final Supplier<T> reading;
    private final Executor background;
    private final Executor display;
    private final Consumer<T> show;
    private final Consumer<QueueUnavailableException> failed;
    private State state = State.IDLE;

    private enum State {
        IDLE, READING,
        /** Something changed since the running reading began. */
        STALE, CLOSED
    }

    /**
     * @param background runs readings, perhaps after a short pause that lets a burst of changes pass
     * @param display    runs on the UI thread as long as the view is there, in order
     * @param failed     hears on the UI thread that the store failed
     */
    Reload(Supplier<T> reading, Executor background, Executor display, Consumer<T> show,
            Consumer<QueueUnavailableException> failed) {
        this.reading = Objects.requireNonNull(reading, "reading");
        this.background = Objects.requireNonNull(background, "background");
        this.display = Objects.requireNonNull(display, "display");
        this.show = Objects.requireNonNull(show, "show");
        this.failed = Objects.requireNonNull(failed, "failed");
    }

    /** Asks for a reading that begins after this call. */
    void request() {
        synchronized (this) {
            if (state != State.IDLE) {
                state = state == State.READING ? State.STALE : state;
                return;
            }
            state = State.READING;
        }
        background.execute(this::read);
    }

    @Override
    public synchronized void close() {
        state = State.CLOSED;
    }

    private void read() {
        if (!begin()) {
            return;
        }
        try {
            T read = reading.get();
            display.execute(() -> show.accept(read));
        } catch (QueueUnavailableException e) {
            display.execute(() -> failed.accept(e));
        } finally {
            end();
        }
    }

    /** Changes from here on make this reading stale; those before are in it. */
    private synchronized boolean begin() {
        if (state == State.CLOSED) {
            return false;
        }
        state = State.READING;
        return true;
    }

    private void end() {
        synchronized (this) {
            if (state == State.READING) {
                state = State.IDLE;
            }
            if (state != State.STALE) {
                return;
            }
        }
        background.execute(this::read);
    }
}
