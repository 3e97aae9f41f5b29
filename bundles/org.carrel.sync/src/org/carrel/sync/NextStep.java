/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync;

import java.util.Objects;

import org.carrel.model.QueueEntry;

/**
 * What the desk should do about a transaction.
 *
 * @param group    for grouping
 * @param headline short, for a table cell: why it stands where it stands; never null, may be empty
 * @param advice   what to do, in a sentence; never null, may be empty
 */
public record NextStep(Group group, String headline, String advice) {

    /** Groups of results, in the order shown. */
    public enum Group {
        /** Correct the barcode or add the missing record, then upload again; or delete. */
        CORRECT,
        /** Only the item itself can tell: look for it on the shelf. */
        LOOK_AT_SHELF,
        /** An administrator has to do something first. */
        ASK_ADMINISTRATOR,
        /** Upload again, later. */
        RETRY,
        /** All is well. */
        NOTHING
    }

    public NextStep {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(headline, "headline");
        Objects.requireNonNull(advice, "advice");
    }

    /** The next step for {@code entry}, from its standing alone. */
    public static NextStep of(QueueEntry entry) {
        return org.carrel.sync.internal.Advice.of(entry);
    }

    /**
     * Whether {@code entry} was refused because the key has ended or the <i>user to act as</i> is gone: an
     * administrator sets another one, and then it uploads.
     */
    public static boolean isMendedByRekeying(QueueEntry entry) {
        return org.carrel.sync.internal.Advice.isMendedByRekeying(entry);
    }
}
