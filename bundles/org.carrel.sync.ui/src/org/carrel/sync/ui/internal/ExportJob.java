/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.io.IOException;
import java.nio.file.Path;

import org.carrel.model.Texts;
import org.carrel.model.port.QueueUnavailableException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Exports the queue to a file. */
final class ExportJob extends Job {

    private static final Texts TEXTS = Texts.of(ExportJob.class);
    private static final String BUNDLE = "org.carrel.sync.ui";

    private final QueueExport export;
    private final Path target;

    ExportJob(QueueExport export, Path target) {
        super(TEXTS.get("export.job"));
        this.export = export;
        this.target = target;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            int written = export.write(target);
            return new Status(IStatus.OK, BUNDLE, TEXTS.get("export.done", written, target.toString()));
        } catch (IOException e) {
            return new Status(IStatus.ERROR, BUNDLE, TEXTS.get("export.failed", e.getMessage()), e);
        } catch (QueueUnavailableException e) {
            return new Status(IStatus.ERROR, BUNDLE, e.getMessage(), e);
        }
    }
}
