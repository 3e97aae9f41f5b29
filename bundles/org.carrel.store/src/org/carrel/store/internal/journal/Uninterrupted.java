/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.journal;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Runs input and output on another thread. Callers get interrupted (a cancelled job, a closing window), and an
 * interrupt closes the file or the connection that the thread is working on, in the middle of a commit perhaps.
 */
public final class Uninterrupted {

    private Uninterrupted() {}

    /**
     * Waits until {@code work} is done, whatever happens to the calling thread; a thread that was interrupted meanwhile
     * is still interrupted afterwards.
     *
     * @throws ExecutionException when {@code work} threw
     */
    public static <T> T call(ExecutorService where, Callable<T> work) throws ExecutionException {
        Future<T> result = where.submit(work);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
