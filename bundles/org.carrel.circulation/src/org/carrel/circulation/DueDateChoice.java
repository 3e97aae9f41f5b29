/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation;

import java.time.Instant;
import java.util.Objects;

/**
 * A due date the branch offers.
 *
 * @param label what the desk reads
 * @param dueAt when that is, from now
 */
public record DueDateChoice(String label, Instant dueAt) {

    public DueDateChoice {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(dueAt, "dueAt");
    }
}
