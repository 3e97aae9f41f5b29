/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.time.Instant;

import org.carrel.model.port.AuditTrail.Deed;

/**
 * A change of keys, as the sealed file remembers it: whoever changes keys need not be signed in, so each workstation
 * writes it into its own audit trail when somebody signs in there next.
 *
 * @param revision    of the file that it led to
 * @param at          when
 * @param workstation where; empty when unknown
 * @param deed        what
 * @param detail      in words, without secrets
 */
record KeyDeed(long revision, Instant at, String workstation, Deed deed, String detail) {

    /** What tells it from every other one, also from one of the same revision of a file that was put back. */
    String mark() {
        return revision + "@" + at;
    }
}
