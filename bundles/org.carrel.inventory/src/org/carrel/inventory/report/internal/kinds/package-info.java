/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** The kinds of report that come with Carrel. */
package org.carrel.inventory.report.internal.kinds;
