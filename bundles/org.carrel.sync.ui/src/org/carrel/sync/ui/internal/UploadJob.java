/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import org.carrel.model.QueueEntry;
import org.carrel.model.Texts;
import org.carrel.model.UploadRun;
import org.carrel.sync.UploadMonitor;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.progress.IProgressConstants;

/** Uploads the queue, with progress in the Progress view and a way to stop it there. */
final class UploadJob extends Job {

    private static final Texts TEXTS = Texts.of(UploadJob.class);
    private static final String BUNDLE = "org.carrel.sync.ui";

    private final UploadControl control;
    private final UploadProgress progress;

    UploadJob(UploadControl control, UploadProgress progress) {
        super(TEXTS.get("upload.job"));
        this.control = control;
        this.progress = progress;
        setPriority(LONG);
        // The upload view says it: a dialog might come up between two scans and swallow the second.
        setProperty(IProgressConstants.NO_IMMEDIATE_ERROR_PROMPT_PROPERTY, Boolean.TRUE);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            UploadRun run = control.run(progress, new Handover(progress, monitor));
            return run.ending().filter(UploadRun.Ending.CANCELLED::equals).isPresent() ? Status.CANCEL_STATUS
                    : Status.OK_STATUS;
        } catch (RuntimeException e) {
            String sentence = progress.snapshot().failure().orElse(TEXTS.get("upload.job"));
            return new Status(IStatus.ERROR, BUNDLE, sentence, e);
        } finally {
            monitor.done();
        }
    }

    /** Hands on to the progress and to the job's monitor, which is not made for several threads. */
    private record Handover(UploadProgress progress, IProgressMonitor monitor) implements UploadMonitor {

        @Override
        public void planned(int total, int lanes) {
            synchronized (monitor) {
                monitor.beginTask(TEXTS.get("upload.job.name", total), total);
            }
            progress.planned(total, lanes);
        }

        @Override
        public void sending(int lane, QueueEntry entry) {
            progress.sending(lane, entry);
        }

        @Override
        public void settled(QueueEntry entry) {
            synchronized (monitor) {
                monitor.worked(1);
            }
            progress.settled(entry);
        }

        @Override
        public void idle(int lane) {
            progress.idle(lane);
        }

        @Override
        public boolean isCancelled() {
            return monitor.isCanceled() || progress.isCancelled();
        }
    }
}
