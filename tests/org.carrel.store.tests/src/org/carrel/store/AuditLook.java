/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.Optional;

import org.carrel.model.port.AuditTrail.Verdict;
import org.carrel.model.port.DataKey;
import org.carrel.store.internal.audit.AuditChain;
import org.carrel.store.internal.audit.AuditCheck;
import org.carrel.store.internal.derby.DerbyDatabase;

/** Checks the trail of a closed queue, past the store. */
final class AuditLook {

    private AuditLook() {}

    static Verdict verify(Path queue, DataKey key) throws Exception {
        AuditChain chain = new AuditChain(Optional.of(key), Clock.systemUTC(), () -> TestBranch.DESK);
        try (DerbyDatabase database = DerbyDatabase.open(queue, Optional.of(key));
                Connection connection = database.connections().getConnection()) {
            return AuditCheck.verify(connection, chain);
        }
    }
}
