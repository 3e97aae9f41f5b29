/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Reports: what an inventory found, as data, and how it becomes a file. A
 * {@link org.carrel.inventory.report.ReportKind} makes a {@link org.carrel.inventory.report.Report}; a
 * {@link org.carrel.inventory.report.ReportFormat} writes it; {@link org.carrel.inventory.report.ReportFiles} sees to
 * it that there is a whole file or none.
 */
package org.carrel.inventory.report;
