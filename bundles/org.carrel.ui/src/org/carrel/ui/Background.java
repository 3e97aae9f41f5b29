/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;

/**
 * Work that must not hold up the UI thread: runs as a job, and hands its result to the UI thread as long as the owner
 * is there. What fails reaches the status handler. UI thread only, except {@link #execute}.
 */
public final class Background implements Executor {

    private final String name;
    private final UiThread ui;

    private Background(String name, UiThread ui) {
        this.name = name;
        this.ui = ui;
    }

    /**
     * @param owner when it is disposed, results are dropped
     * @param name  of the jobs, for the progress view and the log
     */
    public static Background of(Control owner, String name) {
        return new Background(name, UiThread.of(owner));
    }

    /** Runs {@code work} on a worker thread, then {@code then} with its result on the UI thread. */
    public <T> void compute(Callable<T> work, Consumer<? super T> then) {
        submit(() -> {
            T result = work.call();
            ui.execute(() -> then.accept(result));
        });
    }

    @Override
    public void execute(Runnable task) {
        submit(task::run);
    }

    private void submit(Work work) {
        Job job = Job.create(name, (ICoreRunnable) monitor -> {
            try {
                work.run();
            } catch (Exception e) {
                Failures.report(Background.class, e);
            }
        });
        job.setSystem(true);
        job.setPriority(Job.SHORT);
        job.schedule();
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }
}
