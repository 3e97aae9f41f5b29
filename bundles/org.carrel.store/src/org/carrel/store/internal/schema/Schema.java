/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.schema;

import java.util.List;

/** The schema of the queue, as the steps that lead to it. */
public final class Schema {

    private Schema() {}

    /** Every step, in order, from an empty database. */
    public static List<Step> steps() {
        return List.of(
                Step.fromFile(1, "the queue, and what was deleted from it", "step-001-queue.sql"),
                Step.fromFile(2, "the to-do list and the history of uploads", "step-002-uploads.sql"),
                Step.fromFile(3, "the audit trail, and the archive", "step-003-audit.sql"),
                Step.fromFile(4, "inventories and what was read for them", "step-004-inventories.sql"),
                Step.fromFile(5, "what was done about findings of inventories", "step-005-findings.sql"),
                Step.fromFile(6, "what the library system is told of inventories", "step-006-write-back.sql"),
                Step.fromFile(7, "how far out of order a device reads", "step-007-reach.sql"),
                Step.fromFile(8, "whether all of an inventory was read", "step-008-whole.sql"));
    }

    /** @throws IllegalArgumentException unless {@code steps} are numbered from 1 without a gap */
    public static void requireInOrder(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).version() != i + 1) {
                throw new IllegalArgumentException("step " + steps.get(i).version() + " is out of order");
            }
        }
    }
}
