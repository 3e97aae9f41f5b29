/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.inventory;

import java.util.List;

/** What has just been committed about inventories. */
public sealed interface InventoryChange {

    /** A project was made, changed, closed, opened or deleted. */
    record Projects() implements InventoryChange {}

    /** A session began. @param project the number of its project */
    record Sessions(long project) implements InventoryChange {}

    /**
     * Something was read.
     *
     * @param project the number of the project
     * @param reads   in order; never empty
     */
    record Reads(long project, List<InventoryRead> reads) implements InventoryChange {
        public Reads {
            reads = List.copyOf(reads);
        }
    }

    /** Findings were dealt with, or somebody said which item a barcode stands for. @param project its number */
    record Findings(long project) implements InventoryChange {}
}
