/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

/** Where a transaction stands on its way into the library system. */
public enum TransactionState {
    /** Recorded, not sent yet. */
    AWAITING_SYNC,
    /** A request is out. After a crash nobody knows whether it arrived: the next upload reconciles. */
    IN_FLIGHT,
    /** The library system was away or the network failed; the next upload tries again. */
    COMMS_FAILURE,
    /** The library system has it. */
    UPLOADED,
    /** The library system refused it: a person must correct or delete it. */
    UPLOAD_FAILED,
    /** A later transaction on the same item made it irrelevant. */
    SUPERSEDED;

    /** Whether the next upload takes it up. */
    public boolean isPending() {
        return this == AWAITING_SYNC || this == IN_FLIGHT || this == COMMS_FAILURE;
    }
}
