/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.audit;

import java.time.Instant;
import java.util.Optional;

import org.carrel.model.Origin;
import org.carrel.model.TransactionId;
import org.carrel.model.port.AuditTrail;
import org.carrel.store.internal.rows.Columns;
import org.carrel.store.internal.rows.Moments;

/**
 * A line of the trail as the table has it.
 *
 * @param transaction an id, or the empty text
 * @param keyed       whether {@code hash} needs the branch's key
 * @param previous    the hash of the line before; 32 zeros for the first
 * @param hash        of all of it but the sequence, which the order of the hashes says already
 */
record AuditRow(long sequence, String at, String workstation, String operator, String deed, String transaction,
        String patron, String detail, boolean keyed, byte[] previous, byte[] hash) {

    /** What a line says, before it has its place in the chain. */
    record Words(String at, String workstation, String operator, String deed, String transaction, String patron,
            String detail) {

        static Words of(Instant at, Origin by, AuditTrail.Deed deed, String transaction, String patron,
                String detail) {
            return new Words(Moments.text(at), Columns.fit(by.workstation(), 255), Columns.fit(by.operator(), 255),
                    deed.name(), transaction, patron, Columns.fit(detail, 1000));
        }
    }

    static AuditRow of(long sequence, Words words, boolean keyed, byte[] previous, byte[] hash) {
        return new AuditRow(sequence, words.at(), words.workstation(), words.operator(), words.deed(),
                words.transaction(), words.patron(), words.detail(), keyed, previous, hash);
    }

    Words words() {
        return new Words(at, workstation, operator, deed, transaction, patron, detail);
    }

    /** What leaves the store. */
    AuditTrail.Line toLine() {
        return new AuditTrail.Line(sequence, Moments.parse(at), new Origin(workstation, operator), deed,
                transaction.isEmpty() ? Optional.empty() : Optional.of(TransactionId.parse(transaction)), patron,
                detail);
    }
}
