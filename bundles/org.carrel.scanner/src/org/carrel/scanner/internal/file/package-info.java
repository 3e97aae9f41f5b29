/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** Barcodes from files: what memory scanners, wands and spreadsheets leave behind. */
package org.carrel.scanner.internal.file;
