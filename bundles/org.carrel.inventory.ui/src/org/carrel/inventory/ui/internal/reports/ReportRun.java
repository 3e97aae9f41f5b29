/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.reports;

import java.util.Optional;
import java.util.function.Consumer;

import org.carrel.inventory.report.ReportFiles;
import org.carrel.inventory.report.ReportFiles.Written;
import org.carrel.model.Texts;
import org.carrel.ui.Failures;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Writes a report in the background; it can be stopped. */
final class ReportRun extends Job {

    private static final Texts TEXTS = Texts.of(ReportRun.class);
    private static final int PARTS = 100;

    private final ReportWriter writer;
    private final ReportForm.Judged.Sound wanted;
    private final Consumer<Integer> percent;
    private final Consumer<Optional<Written>> ended;

    /**
     * @param percent heard on the job's thread
     * @param ended   heard once, on the job's thread; empty when something unexpected happened, which was reported
     */
    ReportRun(ReportWriter writer, ReportForm.Judged.Sound wanted, Consumer<Integer> percent,
            Consumer<Optional<Written>> ended) {
        super(TEXTS.get("run.job", String.valueOf(wanted.to().file().getFileName())));
        this.writer = writer;
        this.wanted = wanted;
        this.percent = percent;
        this.ended = ended;
        setPriority(LONG);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        monitor.beginTask(getName(), PARTS);
        Optional<Written> written = Optional.empty();
        try {
            written = Optional.of(writer.write(wanted.kind(), wanted.to(), new Watch(monitor)));
        } catch (RuntimeException e) {
            Failures.report(ReportRun.class, e);
        } finally {
            monitor.done();
            ended.accept(written);
        }
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    /** Hands on what is worth showing. */
    private final class Watch implements ReportFiles.Monitor {

        private final IProgressMonitor monitor;
        private int before;

        Watch(IProgressMonitor monitor) {
            this.monitor = monitor;
        }

        @Override
        public void progress(long done, long expected) {
            int now = expected <= 0 ? 0 : (int) Math.clamp(PARTS * done / expected, 0, PARTS);
            if (now > before) {
                monitor.worked(now - before);
                before = now;
                percent.accept(now);
            }
        }

        @Override
        public boolean isCancelled() {
            return monitor.isCanceled();
        }
    }
}
