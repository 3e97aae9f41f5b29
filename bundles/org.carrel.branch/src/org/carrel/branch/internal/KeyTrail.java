/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.util.List;
import java.util.Optional;

import org.carrel.model.Origin;
import org.carrel.model.port.AuditTrail;
import org.carrel.model.port.AuditTrail.Deed;
import org.carrel.model.port.Branch;
import org.carrel.model.port.QueueUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into the audit trail who signs in and out, and every change of keys since somebody was signed in here last.
 * What cannot be written now is written after the next sign-in: nobody is kept out because a disk is full.
 */
final class KeyTrail {

    private static final Logger LOG = LoggerFactory.getLogger(KeyTrail.class);

    private final String grant;
    private final SignInMemory memory;
    private SealedDocument document;
    private Optional<AuditTrail> trail = Optional.empty();

    KeyTrail(SealedDocument document, String grant, SignInMemory memory) {
        this.document = document;
        this.grant = grant;
        this.memory = memory;
    }

    /** The trail can be written. */
    synchronized void begin(AuditTrail writable, Branch branch) {
        trail = Optional.of(writable);
        noteChanges();
        note(Deed.SIGNED_IN, branch.origin(), grant);
    }

    /** It cannot be any more, soon. */
    synchronized void end(Branch branch) {
        note(Deed.SIGNED_OUT, branch.origin(), grant);
        trail = Optional.empty();
    }

    synchronized void changed(SealedDocument now) {
        document = now;
        noteChanges();
    }

    private void noteChanges() {
        List<KeyDeed> history = document.history();
        // When the last one noted is not there, somebody has put back an older file: rather twice than not at all.
        int known = history.stream().map(KeyDeed::mark).toList().indexOf(memory.noted());
        for (KeyDeed deed : history.subList(known + 1, history.size())) {
            if (!note(deed.deed(), new Origin(deed.workstation(), ""), deed.at() + " " + deed.detail())) {
                return;
            }
            memory.noted(deed.mark());
        }
    }

    private boolean note(Deed deed, Origin by, String detail) {
        if (trail.isEmpty()) {
            return false;
        }
        try {
            trail.get().note(deed, by, detail);
            return true;
        } catch (QueueUnavailableException e) {
            LOG.warn("{} is not in the audit trail: {}", deed, e.getMessage());
            return false;
        }
    }
}
