/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** Writing reports to files, with progress, a way to stop, and a way to open them. */
package org.carrel.inventory.ui.internal.reports;
