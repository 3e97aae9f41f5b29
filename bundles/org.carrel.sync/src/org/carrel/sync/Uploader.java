/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync;

import org.carrel.model.UploadRun;

/**
 * Uploads the queue. A service; safe for use by several threads, but runs one upload at a time.
 */
public interface Uploader {

    /**
     * Uploads everything that is pending and comes back when that is done, was cancelled, or makes no sense any more.
     * Scanning goes on meanwhile; what is recorded after the start waits for the next run.
     *
     * @param monitor hears of progress, from several threads, and can cancel
     * @return what happened; the same as is kept in the history of runs
     * @throws IllegalStateException when an upload is running already; the message is a sentence
     */
    UploadRun run(UploadMonitor monitor);

    /** Whether an upload is running now. */
    boolean isRunning();
}
