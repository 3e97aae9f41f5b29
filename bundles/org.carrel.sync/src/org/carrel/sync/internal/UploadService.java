/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

import org.carrel.model.Texts;
import org.carrel.model.UploadRun;
import org.carrel.model.port.Branch;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.UploadLedger;
import org.carrel.sync.UploadMonitor;
import org.carrel.sync.Uploader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The uploader of the branch that this workstation works for. */
@Component
public final class UploadService implements Uploader {

    private static final Texts TEXTS = Texts.of(UploadService.class);

    private final UploadLedger ledger;
    private final IlsTransport transport;
    private final Branch branch;
    private final Clock clock;
    private final Patience patience;
    private final AtomicBoolean running = new AtomicBoolean();

    @Activate
    public UploadService(@Reference UploadLedger ledger, @Reference IlsTransport transport, @Reference Branch branch) {
        this(ledger, transport, branch, Clock.systemUTC(), Patience.STANDARD);
    }

    UploadService(UploadLedger ledger, IlsTransport transport, Branch branch, Clock clock, Patience patience) {
        this.ledger = ledger;
        this.transport = transport;
        this.branch = branch;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public UploadRun run(UploadMonitor monitor) {
        if (!running.compareAndSet(false, true)) {
            throw new IllegalStateException(TEXTS.get("run.already"));
        }
        try {
            return new Run(ledger, transport, branch.profile().upload(), new CarefulMonitor(monitor), clock, patience)
                    .carryOut();
        } finally {
            running.set(false);
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }
}
