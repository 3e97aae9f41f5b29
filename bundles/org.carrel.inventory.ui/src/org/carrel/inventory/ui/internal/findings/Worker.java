/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.findings;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Does something away from the UI thread, and tells of it on the UI thread. */
@FunctionalInterface
interface Worker {

    /** Work and what comes of it are of one type, which a functional interface cannot say otherwise. */
    void submit(Task<?> task);

    /** One piece of work. */
    record Task<T>(Callable<T> work, Consumer<? super T> then) {}

    default <T> void compute(Callable<T> work, Consumer<? super T> then) {
        submit(new Task<>(work, then));
    }
}
