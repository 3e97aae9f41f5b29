/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.util.Optional;

import org.carrel.branch.SealedBranch;
import org.carrel.model.port.AuditTrail;
import org.carrel.model.port.Branch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Lives as long as somebody is signed in and the audit trail can be written, and brings the two together. */
@Component(immediate = true, service = {})
public final class SignInNotes {

    private final Optional<KeyTrail> keys;
    private final Branch branch;

    @Activate
    public SignInNotes(@Reference AuditTrail trail, @Reference SealedBranch sealed, @Reference Branch branch) {
        this.keys = sealed instanceof SealedDesk desk ? desk.trail() : Optional.empty();
        this.branch = branch;
        keys.ifPresent(known -> known.begin(trail, branch));
    }

    @Deactivate
    void end() {
        keys.ifPresent(known -> known.end(branch));
    }
}
