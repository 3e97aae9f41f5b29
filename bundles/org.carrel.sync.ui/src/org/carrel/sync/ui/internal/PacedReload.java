/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.carrel.model.Texts;
import org.carrel.ui.Background;
import org.carrel.ui.UiThread;
import org.eclipse.swt.widgets.Control;

/** The reload of a view: an upload changes rows faster than anybody reads, so each reading waits for a moment first. */
final class PacedReload {

    private static final Texts TEXTS = Texts.of(PacedReload.class);

    private PacedReload() {}

    /**
     * @param owner   the view; when it is gone, nothing is shown any more
     * @param job     runs the readings
     * @param pause   before each reading but the first, which nobody should wait for in front of an empty view
     * @param reading not on the UI thread
     * @param show    on the UI thread
     * @param say     hears a sentence when the store fails, on the UI thread
     */
    static <T> Reload<T> of(Control owner, Background job, Duration pause, Supplier<T> reading, Consumer<T> show,
            Consumer<String> say) {
        Executor paced = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, job);
        AtomicBoolean first = new AtomicBoolean(true);
        Executor inTime = task -> (first.getAndSet(false) ? job : paced).execute(task);
        return new Reload<>(reading, inTime, UiThread.of(owner), show,
                failure -> say.accept(TEXTS.get("store.failed", failure.getMessage())));
    }
}
