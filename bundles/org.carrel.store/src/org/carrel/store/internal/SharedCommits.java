/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.function.Function;

import jakarta.persistence.EntityManager;

import org.carrel.model.port.QueueChange;

/**
 * Small changes that wait for their turn to commit. Whoever gets the turn takes along what else waits: the lanes of an
 * upload then pay for one commit together, and not for one after the other. Only {@link #add} may be called without the
 * turn.
 */
final class SharedCommits {

    private static final int MOST = 64;

    private final Queue<Waiting<?>> waiting = new ConcurrentLinkedQueue<>();

    /** One change. Its fields are written and read by holders of the turn. */
    static final class Waiting<T> {

        private final BiFunction<QueueWrites, EntityManager, T> work;
        private final Function<T, List<QueueChange>> tell;
        private T result;
        private RuntimeException failure;
        private boolean done;

        private Waiting(BiFunction<QueueWrites, EntityManager, T> work, Function<T, List<QueueChange>> tell) {
            this.work = work;
            this.tell = tell;
        }

        /** Does the work in a unit of work that is not committed yet; may be asked again when that unit fails. */
        void apply(QueueWrites writes, EntityManager manager) {
            result = work.apply(writes, manager);
        }

        /** It is committed: what observers hear, in order. */
        List<QueueChange> committed() {
            done = true;
            return tell.apply(result);
        }

        void failed(RuntimeException why) {
            done = true;
            failure = why;
        }

        boolean isDone() {
            return done;
        }

        /** What came of it, once it is done. */
        T result() {
            if (failure != null) {
                throw failure;
            }
            return result;
        }
    }

    <T> Waiting<T> add(BiFunction<QueueWrites, EntityManager, T> work, Function<T, List<QueueChange>> tell) {
        Waiting<T> change = new Waiting<>(work, tell);
        waiting.add(change);
        return change;
    }

    /** What to commit together now, in the order in which it came. */
    List<Waiting<?>> next() {
        List<Waiting<?>> together = new ArrayList<>();
        for (Waiting<?> change = waiting.poll(); change != null; change = waiting.poll()) {
            together.add(change);
            if (together.size() == MOST) {
                break;
            }
        }
        return together;
    }
}
