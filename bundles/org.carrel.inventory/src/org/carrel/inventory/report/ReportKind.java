/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report;

import java.time.Instant;

/**
 * Something to report about an inventory. Registered as an OSGi service, or contributed to the extension point
 * {@code org.carrel.inventory.reports}. Safe for use by several threads; keeps nothing between calls.
 */
public interface ReportKind {

    /** Names the kind for scripts and settings; never changes: lower-case letters, digits, dots and hyphens. */
    String id();

    /** What people read, for instance <i>Missing items in shelf order</i>. */
    String name();

    /**
     * The report. Rows need not be made before they are read.
     *
     * @param madeAt what the report says of when it was made
     */
    Report of(InventoryResults results, Instant madeAt);
}
