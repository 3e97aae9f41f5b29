/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import org.carrel.update.Updates.Progress;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;

/** Tells of a part of the way what p2 says of all of its own. What p2 calls its tasks is for nobody at a desk. */
final class Meter extends NullProgressMonitor {

    private final Progress progress;
    private final double from;
    private final double to;
    private double total = 1;
    private double worked;

    /** Its end of the way is from {@code from} to {@code to}. */
    Meter(Progress progress, double from, double to) {
        this.progress = progress;
        this.from = from;
        this.to = to;
    }

    @Override
    public void beginTask(String name, int totalWork) {
        total = totalWork == IProgressMonitor.UNKNOWN || totalWork <= 0 ? 1 : totalWork;
    }

    @Override
    public void internalWorked(double work) {
        worked = Math.min(total, worked + work);
        progress.done(from + (to - from) * worked / total);
    }

    @Override
    public void worked(int work) {
        internalWorked(work);
    }

    @Override
    public boolean isCanceled() {
        return progress.isCancelled();
    }
}
