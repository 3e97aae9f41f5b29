/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync;

import org.carrel.model.UploadRun;
import org.carrel.model.port.Branch;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.UploadLedger;
import org.carrel.sync.internal.UploadService;

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

    /** An uploader for programs without services: measurements, tools. Only one at a time may work on a ledger. */
    static Uploader of(UploadLedger ledger, IlsTransport transport, Branch branch) {
        return new UploadService(ledger, transport, branch);
    }

    /** Whether an upload is running now. */
    boolean isRunning();
}
