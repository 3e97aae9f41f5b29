/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.reports;

import org.carrel.inventory.report.ReportFiles;

/** Writes one of the reports that a {@link ReportForm} has, on a thread that may wait for the disk. */
@FunctionalInterface
public interface ReportWriter {

    /** @param kind the id of the choice */
    ReportFiles.Written write(String kind, ReportFiles.Destination to, ReportFiles.Monitor monitor);
}
